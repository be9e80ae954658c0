"""
News sentences about envoys, expulsions, missions, relations, recognition and protecting powers.

Each row holds a sentence, the day of publication, and the events of these families that it tells:
the kind, who breaches premises where that is told, the states in the order of `STATES`, the day,
and the modality where the act is not done. All sentences are made up.
"""

from __future__ import annotations

import datetime as dt

import pytest

from diplomodel.events import event_type
from diplomodel_news._extractor import find_events
from diplomodel_news._language import language
from diplomodel_news._story import Story


#: The modules of event types whose events are compared.
FAMILIES = {"envoys", "expulsions", "missions", "relations", "protection", "observations"}
#: The fields whose values are compared, in the order in which rows write them.
STATES = ("by", "target", "sender", "receiver", "protector", "to", "turning_from", "parties")

Row = tuple[str, str, tuple[str, ...]]


ENVOYS: list[Row] = [
    (
        "France on Monday recalled its ambassador to Niger for consultations.",
        "2024-03-14",
        ("ambassador_recall FRA NER 2024-03-11",),
    ),
    (
        "Kenya's ambassador to Somalia was recalled on Tuesday amid a row over a maritime border.",
        "2024-03-14",
        ("ambassador_recall KEN SOM 2024-03-12",),
    ),
    (
        "Chad recalls ambassador to Sudan over border killings",
        "2024-03-14",
        ("ambassador_recall TCD SDN ../2024-03-14",),
    ),
    (
        (
            "Bogotá called its envoy in Managua home for consultations on Sunday, the foreign"
            " ministry said."
        ),
        "2024-03-14",
        ("ambassador_recall COL NIC 2024-03-10",),
    ),
    (
        "Rabat on Friday announced the recall of its ambassador to the Netherlands.",
        "2024-03-14",
        ("ambassador_recall MAR NLD 2024-03-08",),
    ),
    (
        "Kuwait and Bahrain each recalled their ambassadors to Lebanon on Wednesday.",
        "2024-03-14",
        (
            "ambassador_recall BHR LBN 2024-03-13",
            "ambassador_recall KWT LBN 2024-03-13",
        ),
    ),
    (
        (
            "On 18 November 2013 Indonesia summoned home its ambassador to Australia in "
            "protest at phone tapping."
        ),
        "2024-03-14",
        ("ambassador_recall IDN AUS 2013-11-18",),
    ),
    (
        (
            "Ethiopia has called back its ambassador to Egypt, officials in Addis Ababa said "
            "on Tuesday."
        ),
        "2024-03-14",
        ("ambassador_recall ETH EGY 2024-03-12",),
    ),
    (
        (
            "Recalling its ambassador from Israel on Saturday, Turkey said the bombing had "
            "gone too far."
        ),
        "2024-03-14",
        ("ambassador_recall TUR ISR 2024-03-09",),
    ),
    (
        (
            "The Polish foreign minister said on Monday that Warsaw was recalling its "
            "ambassador to Hungary indefinitely for consultations."
        ),
        "2024-03-14",
        ("ambassador_recall POL HUN 2024-03-11",),
    ),
    (
        "Gabon's envoy in Lomé was called back to Libreville on Tuesday for consultations.",
        "2024-03-14",
        ("ambassador_recall GAB TGO 2024-03-12",),
    ),
    (
        (
            "Zambia's decision on Sunday to recall its high commissioner to Malawi took many "
            "by surprise."
        ),
        "2024-03-14",
        ("ambassador_recall ZMB MWI 2024-03-10",),
    ),
    (
        (
            "The foreign ministry in Bangkok said Thailand had pulled its ambassador to "
            "Myanmar back for consultations on Wednesday."
        ),
        "2024-03-14",
        ("ambassador_recall THA MMR 2024-03-13",),
    ),
    (
        (
            "The Jordanian ambassador to Israel has been ordered home, the royal palace said "
            "on Monday."
        ),
        "2024-03-14",
        ("ambassador_recall JOR ISR 2024-03-11",),
    ),
    (
        "Canada withdrew its ambassador from Iran on September 7, 2012.",
        "2024-03-14",
        ("ambassador_withdrawal CAN IRN 2012-09-07",),
    ),
    (
        "Uganda's high commissioner to Rwanda was permanently withdrawn on Tuesday.",
        "2024-03-14",
        ("ambassador_withdrawal UGA RWA 2024-03-12",),
    ),
    (
        "Uruguay withdraws ambassador from Venezuela",
        "2024-03-14",
        ("ambassador_withdrawal URY VEN ../2024-03-14",),
    ),
    (
        "The Élysée announced on Monday the withdrawal of the French ambassador from Mali.",
        "2024-03-14",
        ("ambassador_withdrawal FRA MLI 2024-03-11",),
    ),
    (
        (
            "Sweden is withdrawing its ambassador from Syria, its foreign minister announced "
            "on Sunday."
        ),
        "2024-03-14",
        ("ambassador_withdrawal SWE SYR 2024-03-10",),
    ),
    (
        "Kuwait has pulled out its ambassador to the Philippines, the ministry said Wednesday.",
        "2024-03-14",
        ("ambassador_withdrawal KWT PHL 2024-03-13",),
    ),
    (
        "Spain decided on Tuesday to withdraw its ambassador in Buenos Aires definitively.",
        "2024-03-14",
        ("ambassador_withdrawal ESP ARG 2024-03-12",),
    ),
    (
        (
            "France's ambassador returned to Washington on Wednesday, two weeks after the "
            "quarrel began."
        ),
        "2021-09-30",
        ("ambassador_return FRA USA 2021-09-29",),
    ),
    (
        "Germany sent its ambassador back to Turkey on Monday.",
        "2024-03-14",
        ("ambassador_return DEU TUR 2024-03-11",),
    ),
    (
        "The Italian ambassador to France returned to his post on Friday.",
        "2024-03-14",
        ("ambassador_return ITA FRA 2024-03-08",),
    ),
    (
        (
            "Morocco's ambassador to Spain resumed her duties in Madrid on Sunday after an "
            "absence of ten months."
        ),
        "2024-03-14",
        ("ambassador_return MAR ESP 2024-03-10",),
    ),
    (
        "Bolivia on Monday ordered its ambassador back to his post in Santiago.",
        "2024-03-14",
        ("ambassador_return BOL CHL 2024-03-11",),
    ),
    (
        (
            "Guatemala's ambassador to Colombia went back to Bogotá on Tuesday, ending a two-"
            "month absence."
        ),
        "2024-03-14",
        ("ambassador_return GTM COL 2024-03-12",),
    ),
    (
        (
            "Malaysia's foreign ministry on Monday summoned the Chinese ambassador over the "
            "presence of a survey ship."
        ),
        "2024-03-14",
        ("ambassador_summons CHN MYS 2024-03-11",),
    ),
    (
        (
            "The Russian ambassador to Estonia was summoned to the foreign ministry in "
            "Tallinn on Tuesday."
        ),
        "2024-03-14",
        ("ambassador_summons RUS EST 2024-03-12",),
    ),
    (
        "India summons Canadian envoy over diplomat's remarks",
        "2024-03-14",
        ("ambassador_summons CAN IND ../2024-03-14",),
    ),
    (
        (
            "Islamabad called in the Iranian ambassador on Wednesday to protest against an "
            "air strike."
        ),
        "2024-03-14",
        ("ambassador_summons IRN PAK 2024-03-13",),
    ),
    (
        (
            "Morocco's ambassador in Madrid was called in on Sunday to explain the arrival of"
            " 8,000 migrants."
        ),
        "2024-03-14",
        ("ambassador_summons MAR ESP 2024-03-10",),
    ),
    (
        "Tokyo lodged a protest and summoned South Korea's ambassador on Friday.",
        "2024-03-14",
        ("ambassador_summons KOR JPN 2024-03-08",),
    ),
    (
        "The Netherlands and Belgium summoned the Iranian ambassador on Monday.",
        "2024-03-14",
        (
            "ambassador_summons IRN BEL 2024-03-11",
            "ambassador_summons IRN NLD 2024-03-11",
        ),
    ),
    (
        "The US chargé d'affaires was hauled in by the Danish foreign minister on Tuesday.",
        "2024-03-14",
        ("ambassador_summons USA DNK 2024-03-12",),
    ),
    (
        (
            "The summoning of the Nigerian high commissioner by Ghana on Wednesday followed "
            "the demolition of shops."
        ),
        "2024-03-14",
        ("ambassador_summons NGA GHA 2024-03-13",),
    ),
    (
        (
            "Baghdad on Saturday handed Turkey's ambassador, summoned to the foreign "
            "ministry, a note of protest."
        ),
        "2024-03-14",
        ("ambassador_summons TUR IRQ 2024-03-09",),
    ),
    (
        (
            "Argentina convened the British ambassador on Tuesday to reject oil drilling in "
            "the South Atlantic."
        ),
        "2024-03-14",
        ("ambassador_summons GBR ARG 2024-03-12",),
    ),
    (
        "Mexico left a chargé d'affaires at the head of its embassy in Bolivia on December 31.",
        "2020-01-02",
        ("charge_appointment MEX BOL 2019-12-31",),
    ),
    (
        "Australia named Jane Fowler chargé d'affaires in the Solomon Islands on Monday.",
        "2024-03-14",
        ("charge_appointment AUS SLB 2024-03-11",),
    ),
    (
        "Nepal on Tuesday appointed a chargé d'affaires to its embassy in Qatar.",
        "2024-03-14",
        ("charge_appointment NPL QAT 2024-03-12",),
    ),
    (
        "Tracey Jacobson took over as US chargé d'affaires in Ethiopia on Wednesday.",
        "2024-03-14",
        ("charge_appointment USA ETH 2024-03-13",),
    ),
    (
        "Ghana appointed Kofi Badu as its ambassador to Togo on Monday.",
        "2024-03-14",
        ("appointment GHA TGO 2024-03-11",),
    ),
    (
        "China on Tuesday named Zhao Xing ambassador to Afghanistan.",
        "2024-03-14",
        ("appointment CHN AFG 2024-03-12",),
    ),
    (
        "Syria's new ambassador to Turkey was appointed on Sunday.",
        "2024-03-14",
        ("appointment SYR TUR 2024-03-10",),
    ),
    (
        (
            "Colombian President Gustavo Petro on Wednesday named Milton Rengifo as "
            "ambassador in Caracas."
        ),
        "2024-03-14",
        ("appointment COL VEN 2024-03-13",),
    ),
    (
        "Charlotte Darlow was appointed New Zealand's high commissioner to Fiji on Friday.",
        "2024-03-14",
        ("appointment NZL FJI 2024-03-08",),
    ),
    (
        "Oman names ambassador to Syria",
        "2024-03-14",
        ("appointment OMN SYR ../2024-03-14",),
    ),
    (
        "Honduras designated Salvador Moncada as its first ambassador to China on Tuesday.",
        "2024-03-14",
        ("appointment HND CHN 2024-03-12",),
    ),
    (
        (
            "The appointment of Stefano Ravagnan as Italy's ambassador to Syria was announced"
            " on Monday."
        ),
        "2024-03-14",
        ("appointment ITA SYR 2024-03-11",),
    ),
    (
        (
            "Guatemala's ambassador Ana Morales presented her credentials to the Georgian "
            "president on Tuesday."
        ),
        "2024-03-14",
        ("credentials_presentation GTM GEO 2024-03-12",),
    ),
    (
        "The Indonesian ambassador to Vanuatu presented his letters of credence on Monday.",
        "2024-03-14",
        ("credentials_presentation IDN VUT 2024-03-11",),
    ),
    (
        (
            "Zambia's new envoy to Beijing handed his credentials to President Xi Jinping on "
            "Wednesday."
        ),
        "2024-03-14",
        ("credentials_presentation ZMB CHN 2024-03-13",),
    ),
    (
        (
            "President Kais Saied received the credentials of the Swiss ambassador to Tunisia"
            " on Friday."
        ),
        "2024-03-14",
        ("credentials_presentation CHE TUN 2024-03-08",),
    ),
    (
        "Iran's ambassador to Saudi Arabia, Alireza Enayati, submitted his credentials on Sunday.",
        "2024-03-14",
        ("credentials_presentation IRN SAU 2024-03-10",),
    ),
    (
        (
            "Mongolia's ambassador to Portugal delivered his letter of credence to the "
            "president in Lisbon on Tuesday."
        ),
        "2024-03-14",
        ("credentials_presentation MNG PRT 2024-03-12",),
    ),
    (
        "Panama's ambassador was accredited in Cuba on Monday after presenting her credentials.",
        "2024-03-14",
        ("credentials_presentation PAN CUB 2024-03-11",),
    ),
    (
        (
            "The French ambassador to Niger left the country on Wednesday, weeks after he was"
            " expelled."
        ),
        "2023-09-28",
        ("envoy_departure FRA NER 2023-09-27",),
    ),
    (
        (
            "Estonia's ambassador to Russia left Moscow on Monday after being declared "
            "persona non grata."
        ),
        "2024-03-14",
        ("envoy_departure EST RUS 2024-03-11",),
    ),
    (
        "Expelled Danish ambassador Peter Schultz flew out of Mali on Tuesday.",
        "2024-03-14",
        (
            "ambassador_expulsion DNK MLI ../2024-03-14",
            "envoy_departure DNK MLI 2024-03-12",
        ),
    ),
    (
        "The Colombian ambassador, who had been ordered to go, departed from Israel on Sunday.",
        "2024-03-14",
        (
            "ambassador_expulsion COL ISR ../2024-03-14",
            "envoy_departure COL ISR 2024-03-10",
        ),
    ),
    (
        (
            "The Swiss ambassador to Iran visited the detained dual national Reza Karimi in "
            "prison on Monday."
        ),
        "2024-03-14",
        ("envoy_visit CHE IRN 2024-03-11",),
    ),
    (
        (
            "US ambassador Lynne Tracy visited jailed reporter Evan Hughes in Moscow's "
            "Lefortovo prison on Tuesday."
        ),
        "2024-03-14",
        ("envoy_visit USA RUS 2024-03-12",),
    ),
    (
        "Saudi Arabia on Monday downgraded its diplomatic representation in Lebanon.",
        "2024-03-14",
        ("level_downgrade SAU LBN 2024-03-11",),
    ),
    (
        "Bahrain reduced its relations with Iran to the level of chargé d'affaires on Monday.",
        "2016-01-05",
        ("level_downgrade BHR IRN 2016-01-04",),
    ),
    (
        (
            "Sudan has lowered the level of its diplomatic relations with Iran, the "
            "presidency said on Tuesday."
        ),
        "2024-03-14",
        ("level_downgrade SDN IRN 2024-03-12",),
    ),
    (
        (
            "China on Sunday downgraded diplomatic ties with Lithuania to the level of chargé"
            " d'affaires."
        ),
        "2021-11-22",
        ("level_downgrade CHN LTU 2021-11-21",),
    ),
    (
        "Pakistan downgrades ties with India over Kashmir",
        "2024-03-14",
        ("level_downgrade PAK IND ../2024-03-14",),
    ),
    (
        (
            "Diplomatic relations with Russia were downgraded by Estonia to chargé level on "
            "Wednesday."
        ),
        "2024-03-14",
        ("level_downgrade EST RUS 2024-03-13",),
    ),
    (
        "Namibia's downgrading of its relations with Israel was announced on Monday.",
        "2024-03-14",
        ("level_downgrade NAM ISR 2024-03-11",),
    ),
    (
        (
            "Madrid and Buenos Aires will deal through chargés d'affaires after Argentina "
            "scaled down its representation in Spain on Tuesday."
        ),
        "2024-03-14",
        ("level_downgrade ARG ESP 2024-03-12",),
    ),
    (
        "Qatar raised its representation in Egypt to the level of ambassador on Tuesday.",
        "2024-03-14",
        ("level_upgrade QAT EGY 2024-03-12",),
    ),
    (
        "Turkey upgraded its diplomatic relations with Egypt to ambassadorial level on Tuesday.",
        "2023-07-05",
        ("level_upgrade TUR EGY 2023-07-04",),
    ),
]

EXPULSIONS: list[Row] = [
    (
        "Niger expelled the French ambassador on Monday.",
        "2024-03-14",
        ("ambassador_expulsion FRA NER 2024-03-11",),
    ),
    (
        "Brazil's ambassador to Nicaragua was expelled on Tuesday.",
        "2024-03-14",
        ("ambassador_expulsion BRA NIC 2024-03-12",),
    ),
    (
        "Mali on Monday gave the French ambassador 72 hours to leave the country.",
        "2022-02-01",
        ("ambassador_expulsion FRA MLI 2022-01-31",),
    ),
    (
        (
            "Burkina Faso's junta declared the French ambassador, Luc Hallade, persona non "
            "grata on Friday."
        ),
        "2024-03-14",
        ("ambassador_expulsion FRA BFA 2024-03-08",),
    ),
    (
        (
            "Malaysia on Saturday declared North Korean ambassador Kang Chol persona non "
            "grata and told him to leave within 48 hours."
        ),
        "2017-03-05",
        ("ambassador_expulsion PRK MYS 2017-03-04",),
    ),
    (
        (
            "Bolivia ordered the US ambassador to leave on Wednesday, accusing him of helping"
            " its opponents."
        ),
        "2008-09-12",
        ("ambassador_expulsion USA BOL 2008-09-10",),
    ),
    (
        "Ecuador expels US ambassador over leaked cable",
        "2024-03-14",
        ("ambassador_expulsion USA ECU ../2024-03-14",),
    ),
    (
        (
            "The expulsion of the Emirati ambassador from Sudan on Sunday came after weeks of"
            " accusations."
        ),
        "2024-03-14",
        ("ambassador_expulsion ARE SDN 2024-03-10",),
    ),
    (
        (
            "Germany's ambassador to Venezuela was declared persona non grata on Wednesday "
            "and given two days to leave Caracas."
        ),
        "2024-03-14",
        ("ambassador_expulsion DEU VEN 2024-03-13",),
    ),
    (
        "The Tanzanian government on Tuesday asked Burundi's ambassador to leave.",
        "2024-03-14",
        ("ambassador_expulsion BDI TZA 2024-03-12",),
    ),
    (
        "Kigali has thrown out Belgium's ambassador, the government announced on Saturday.",
        "2024-03-14",
        ("ambassador_expulsion BEL RWA 2024-03-09",),
    ),
    (
        "India on Tuesday expelled a senior Canadian diplomat and gave him five days to leave.",
        "2023-09-20",
        ("persona_non_grata CAN IND 2023-09-19",),
    ),
    (
        "Canada declared Chinese diplomat Zhao Wei persona non grata on Monday.",
        "2024-03-14",
        ("persona_non_grata CHN CAN 2024-03-11",),
    ),
    (
        "The Russian defence attaché in London was expelled on Tuesday.",
        "2024-03-14",
        ("persona_non_grata RUS GBR 2024-03-12",),
    ),
    (
        (
            "Bulgaria has ordered a first secretary at the Russian embassy to leave the "
            "country within 72 hours, the prosecutor's office said on Wednesday."
        ),
        "2024-03-14",
        ("persona_non_grata RUS BGR 2024-03-13",),
    ),
    (
        (
            "In response, Moscow on Sunday declared a diplomat of the Estonian embassy "
            "persona non grata."
        ),
        "2024-03-14",
        ("persona_non_grata EST RUS 2024-03-10",),
    ),
    (
        "Austria expelled a Russian diplomat on Monday in a case of industrial espionage.",
        "2020-08-25",
        ("persona_non_grata RUS AUT 2020-08-24",),
    ),
    (
        (
            "A counsellor at the Taiwanese embassy in Asunción was declared persona non grata"
            " by Paraguay on Tuesday."
        ),
        "2024-03-14",
        ("persona_non_grata TWN PRY 2024-03-12",),
    ),
    (
        "Nicaragua gave Costa Rica's consul 24 hours to leave on Monday.",
        "2024-03-14",
        ("persona_non_grata CRI NIC 2024-03-11",),
    ),
    (
        "The expulsion by Benin of a Nigerien diplomat on Wednesday deepened the quarrel.",
        "2024-03-14",
        ("persona_non_grata NER BEN 2024-03-13",),
    ),
    (
        "Minsk on Saturday told the Polish consul in Brest to leave within 48 hours.",
        "2024-03-14",
        ("persona_non_grata POL BLR 2024-03-09",),
    ),
    (
        (
            "Armenia on Tuesday withdrew the accreditation of an Azerbaijani diplomat and "
            "asked him to leave."
        ),
        "2024-03-14",
        ("persona_non_grata AZE ARM 2024-03-12",),
    ),
    (
        "Britain expelled 23 Russian diplomats on Wednesday.",
        "2018-03-15",
        ("staff_expulsion RUS GBR 2018-03-14",),
    ),
    (
        "In retaliation, Moscow on Saturday ordered 23 British diplomats out of the country.",
        "2018-03-18",
        ("staff_expulsion GBR RUS 2018-03-17",),
    ),
    (
        "Germany and France each expelled dozens of Russian diplomats on Monday.",
        "2022-04-05",
        (
            "staff_expulsion RUS DEU 2022-04-04",
            "staff_expulsion RUS FRA 2022-04-04",
        ),
    ),
    (
        "Slovakia expels 35 Russian diplomats",
        "2024-03-14",
        ("staff_expulsion RUS SVK ../2024-03-14",),
    ),
    (
        (
            "Albania on Wednesday ordered Iranian diplomats and embassy staff to leave within"
            " 24 hours."
        ),
        "2022-09-08",
        ("staff_withdrawal IRN ALB 2022-09-07",),
    ),
    (
        "Six Russian diplomats were expelled by Montenegro on Tuesday.",
        "2024-03-14",
        ("staff_expulsion RUS MNE 2024-03-12",),
    ),
    (
        (
            "The expulsion of several Argentine diplomats by Colombia on Monday was the "
            "sharpest step yet."
        ),
        "2024-03-14",
        ("staff_expulsion ARG COL 2024-03-11",),
    ),
    (
        (
            "Four Djiboutian diplomats have been given 72 hours to leave Eritrea, state media"
            " said on Wednesday."
        ),
        "2024-03-14",
        ("staff_expulsion DJI ERI 2024-03-13",),
    ),
    (
        "Sri Lanka declared three Nigerian diplomats personae non gratae on Sunday.",
        "2024-03-14",
        ("staff_expulsion NGA LKA 2024-03-10",),
    ),
    (
        "Bucharest said on Tuesday it was expelling 10 employees of the Russian embassy.",
        "2024-03-14",
        ("staff_expulsion RUS ROU 2024-03-12",),
    ),
    (
        (
            "Azerbaijan expelled two French diplomats on Monday, and Paris expelled two "
            "Azerbaijani diplomats on Wednesday."
        ),
        "2024-03-14",
        (
            "staff_expulsion AZE FRA 2024-03-13",
            "staff_expulsion FRA AZE 2024-03-11",
        ),
    ),
    (
        "Belarus on Saturday threw out all Latvian diplomats, including the ambassador.",
        "2024-03-14",
        ("staff_expulsion LVA BLR 2024-03-09",),
    ),
    (
        "India told Canada on Tuesday to withdraw 41 of its diplomats.",
        "2023-10-04",
        ("mission_size_reduction CAN IND 2023-10-03",),
    ),
    (
        (
            "India on Tuesday told Pakistan to halve the staff of its high commission in New "
            "Delhi within seven days."
        ),
        "2020-06-24",
        ("mission_size_reduction PAK IND 2020-06-23",),
    ),
    (
        (
            "Venezuela on Monday ordered the United States to reduce the staff of its embassy"
            " in Caracas to 17."
        ),
        "2015-03-03",
        ("mission_size_reduction USA VEN 2015-03-02",),
    ),
    (
        "Moscow ordered Washington on Friday to cut its diplomatic staff in Russia by 755.",
        "2017-07-30",
        ("mission_size_reduction USA RUS 2017-07-28",),
    ),
    (
        "Nicaragua on Tuesday limited the number of Spanish diplomats to three.",
        "2024-03-14",
        ("mission_size_reduction ESP NIC 2024-03-12",),
    ),
    (
        "Canada withdrew 41 diplomats from India on Monday.",
        "2024-03-14",
        ("staff_withdrawal CAN IND 2024-03-11",),
    ),
    (
        "The last American diplomats left Venezuela on Thursday.",
        "2019-03-15",
        ("staff_withdrawal USA VEN 2019-03-14",),
    ),
    (
        "Britain on Tuesday evacuated its embassy staff from Tehran.",
        "2024-03-14",
        ("staff_withdrawal GBR IRN 2024-03-12",),
    ),
    (
        "Germany flew its diplomats out of Sudan on Sunday.",
        "2024-03-14",
        ("staff_withdrawal DEU SDN 2024-03-10",),
    ),
    (
        "The Philippines pulled its diplomatic personnel out of Lebanon on Wednesday.",
        "2024-03-14",
        ("staff_withdrawal PHL LBN 2024-03-13",),
    ),
    (
        "All Saudi diplomats in Lebanon were withdrawn on Saturday.",
        "2024-03-14",
        ("staff_withdrawal SAU LBN 2024-03-09",),
    ),
    (
        "The evacuation of Japanese diplomats from Afghanistan was completed on Monday.",
        "2024-03-14",
        ("staff_withdrawal JPN AFG 2024-03-11",),
    ),
    (
        "Italy's diplomats left Tripoli by sea on Tuesday as fighting reached the embassy.",
        "2024-03-14",
        ("staff_withdrawal ITA LBY 2024-03-12",),
    ),
]

MISSIONS: list[Row] = [
    (
        "The United States closed its embassy in Yemen on Wednesday.",
        "2015-02-12",
        ("mission_closure USA YEM 2015-02-11",),
    ),
    (
        "North Korea closes embassy in Spain",
        "2024-03-14",
        ("mission_closure PRK ESP ../2024-03-14",),
    ),
    (
        "New Zealand's embassy in East Timor was shut down on Monday.",
        "2024-03-14",
        ("mission_closure NZL TLS 2024-03-11",),
    ),
    (
        "Dublin announced on Tuesday the closure of the Irish embassy in Juba.",
        "2024-03-14",
        ("mission_closure IRL SSD 2024-03-12",),
    ),
    (
        "Pyongyang shut its embassies in Angola and Uganda on Sunday.",
        "2024-03-14",
        (
            "mission_closure PRK AGO 2024-03-10",
            "mission_closure PRK UGA 2024-03-10",
        ),
    ),
    (
        "Norway closed its embassy in Bamako for good on Wednesday.",
        "2024-03-14",
        ("mission_closure NOR MLI 2024-03-13",),
    ),
    (
        "Bolivia shuttered its embassy in Tehran on Tuesday to save money.",
        "2024-03-14",
        ("mission_closure BOL IRN 2024-03-12",),
    ),
    (
        "Ecuador's embassy in Caracas closed its doors on Friday.",
        "2024-03-14",
        ("mission_closure ECU VEN 2024-03-08",),
    ),
    (
        "Israel said on Monday it was closing its embassy in Ireland.",
        "2024-03-14",
        ("mission_closure ISR IRL 2024-03-11",),
    ),
    (
        "The Swedish embassy in Burkina Faso closed on Tuesday.",
        "2024-03-14",
        ("mission_closure SWE BFA 2024-03-12",),
    ),
    (
        "Iran on Sunday ordered the Saudi embassy to close within 48 hours.",
        "2016-01-04",
        ("mission_closure_order SAU IRN 2016-01-03",),
    ),
    (
        "Russia told the United States on Tuesday to vacate its embassy within ten days.",
        "2024-03-14",
        ("mission_closure_order USA RUS 2024-03-12",),
    ),
    (
        "Colombia ordered the closure of the Israeli embassy in Bogotá on Monday.",
        "2024-03-14",
        ("mission_closure_order ISR COL 2024-03-11",),
    ),
    (
        "Malaysia on Wednesday gave the North Korean embassy two weeks to shut down.",
        "2024-03-14",
        ("mission_closure_order PRK MYS 2024-03-13",),
    ),
    (
        "The Romanian embassy in Malé was told to close on Sunday by the Maldivian government.",
        "2024-03-14",
        ("mission_closure_order ROU MDV 2024-03-10",),
    ),
    (
        "Honduras opened an embassy in Beijing on Sunday.",
        "2023-06-12",
        ("mission_opening HND CHN 2023-06-11",),
    ),
    (
        "India inaugurated its embassy in Timor-Leste on Monday.",
        "2024-03-14",
        ("mission_opening IND TLS 2024-03-11",),
    ),
    (
        "The United Arab Emirates reopened its embassy in Damascus on Thursday.",
        "2018-12-28",
        ("mission_opening ARE SYR 2018-12-27",),
    ),
    (
        (
            "Saudi Arabia's embassy in Kabul resumed its work on Tuesday, two years after it "
            "was closed."
        ),
        "2024-03-14",
        ("mission_opening SAU AFG 2024-03-12",),
    ),
    (
        "Estonia opens embassy in Kenya",
        "2024-03-14",
        ("mission_opening EST KEN ../2024-03-14",),
    ),
    (
        "Guyana's first embassy in the Gulf was opened in Doha on Wednesday.",
        "2024-03-14",
        ("mission_opening GUY QAT 2024-03-13",),
    ),
    (
        "A Mexican embassy opened in Ankara on Tuesday.",
        "2024-03-14",
        ("mission_opening MEX TUR 2024-03-12",),
    ),
    (
        "France's embassy in Tripoli reopened on Monday after seven years.",
        "2021-03-30",
        ("mission_opening FRA LBY 2021-03-29",),
    ),
    (
        "Britain suspended operations at its embassy in Khartoum on Monday.",
        "2024-03-14",
        ("mission_suspension GBR SDN 2024-03-11",),
    ),
    (
        "The Australian embassy in Tehran suspended its operations on Tuesday.",
        "2024-03-14",
        ("mission_suspension AUS IRN 2024-03-12",),
    ),
    (
        "Egypt has halted all activities at its embassy in Sudan, Cairo said on Sunday.",
        "2024-03-14",
        ("mission_suspension EGY SDN 2024-03-10",),
    ),
    (
        "Work at the Swiss embassy in Iran was suspended on Tuesday.",
        "2024-03-14",
        ("mission_suspension CHE IRN 2024-03-12",),
    ),
    (
        "Italy's embassy in Kabul ceased operations on Saturday.",
        "2024-03-14",
        ("mission_suspension ITA AFG 2024-03-09",),
    ),
    (
        (
            "The United States ordered China on Tuesday to close its consulate in Houston "
            "within 72 hours."
        ),
        "2020-07-23",
        ("consular_post_closure CHN USA 2020-07-21",),
    ),
    (
        "In response, Beijing on Friday ordered the closure of the US consulate in Chengdu.",
        "2020-07-25",
        ("consular_post_closure USA CHN 2020-07-24",),
    ),
    (
        "Poland on Tuesday ordered Russia to shut its consulate in Poznań.",
        "2024-03-14",
        ("consular_post_closure RUS POL 2024-03-12",),
    ),
    (
        "The United States closed its consulate in Adana on Monday.",
        "2024-03-14",
        ("consular_post_closure USA TUR 2024-03-11",),
    ),
    (
        "Pakistan's consulate in Jalalabad was closed on Wednesday.",
        "2024-03-14",
        ("consular_post_closure PAK AFG 2024-03-13",),
    ),
    (
        "Russia on Sunday revoked its consent to Lithuania's consulate in Saint Petersburg.",
        "2024-03-14",
        ("consular_post_closure LTU RUS 2024-03-10",),
    ),
    (
        "Germany ordered all three Iranian consulates to close on Tuesday.",
        "2024-03-14",
        ("consular_post_closure IRN DEU 2024-03-12",),
    ),
    (
        "Brazil opened a consulate in Chengdu on Monday.",
        "2024-03-14",
        ("consular_post_opening BRA CHN 2024-03-11",),
    ),
    (
        "Senegal inaugurated a consulate in Dakhla, in the south of Morocco, on Monday.",
        "2021-04-06",
        ("consular_post_opening SEN MAR 2021-04-05",),
    ),
    (
        "India's consulate in Auckland opened on Tuesday.",
        "2024-03-14",
        ("consular_post_opening IND NZL 2024-03-12",),
    ),
    (
        "Kazakhstan opened a consulate general in Varna, Bulgaria, on Wednesday.",
        "2024-03-14",
        ("consular_post_opening KAZ BGR 2024-03-13",),
    ),
    (
        "The new Mexican consulate in Oklahoma City was inaugurated on Friday.",
        "2024-03-14",
        ("consular_post_opening MEX USA 2024-03-08",),
    ),
    (
        "Mexico suspended consular services in Peru on Monday.",
        "2024-03-14",
        ("consular_service_suspension MEX PER 2024-03-11",),
    ),
    (
        "Consular services at the Cuban embassy in Washington were suspended on Tuesday.",
        "2024-03-14",
        ("consular_service_suspension CUB USA 2024-03-12",),
    ),
    (
        (
            "Bangladesh's high commission in New Delhi stopped issuing visas and halted "
            "consular services on Wednesday."
        ),
        "2024-03-14",
        ("consular_service_suspension BGD IND 2024-03-13",),
    ),
    (
        "Caracas announced on Sunday the suspension of its consular services in Ecuador.",
        "2024-03-14",
        ("consular_service_suspension VEN ECU 2024-03-10",),
    ),
    (
        "The US embassy in Havana resumed consular services on Monday.",
        "2024-03-14",
        ("consular_service_resumption USA CUB 2024-03-11",),
    ),
    (
        "Venezuela restored consular services in Peru on Tuesday.",
        "2024-03-14",
        ("consular_service_resumption VEN PER 2024-03-12",),
    ),
    (
        "Consular services at the Iranian embassy in Riyadh resumed on Wednesday.",
        "2024-03-14",
        ("consular_service_resumption IRN SAU 2024-03-13",),
    ),
    (
        "Mexico refused Ecuadorean police entry to its embassy on Saturday.",
        "2024-03-03",
        ("entry_refusal MEX ECU 2024-03-02",),
    ),
    (
        (
            "The Ecuadorean ambassador in London denied British police access to the embassy "
            "on Tuesday."
        ),
        "2024-03-14",
        ("entry_refusal ECU GBR 2024-03-12",),
    ),
    (
        (
            "Ecuador's ambassador invited British police into the embassy on Thursday, where "
            "they arrested the fugitive."
        ),
        "2019-04-12",
        ("entry_with_consent ECU GBR 2019-04-11",),
    ),
    (
        "Pakistani police were allowed into the Swedish embassy on Tuesday.",
        "2024-03-14",
        ("entry_with_consent SWE PAK 2024-03-12",),
    ),
    (
        "Ecuadorean police stormed the Mexican embassy in Quito on Friday.",
        "2024-04-06",
        ("inviolability_breach state MEX ECU 2024-04-05",),
    ),
    (
        "Protesters ransacked the Saudi embassy in Tehran on Saturday.",
        "2016-01-03",
        ("inviolability_breach crowd SAU IRN 2016-01-02",),
    ),
    (
        "A gunman burst into Azerbaijan's embassy in Tehran on Friday.",
        "2023-01-28",
        ("inviolability_breach unknown AZE IRN 2023-01-27",),
    ),
    (
        "The Swedish embassy in Baghdad was stormed by demonstrators on Thursday.",
        "2023-07-21",
        ("inviolability_breach crowd SWE IRQ 2023-07-20",),
    ),
    (
        "The storming of the Spanish embassy by Guatemalan police on Tuesday left several dead.",
        "2024-03-14",
        ("inviolability_breach state ESP GTM 2024-03-12",),
    ),
    (
        "Venezuelan security agents broke into the Argentine embassy in Caracas on Monday.",
        "2024-03-14",
        ("inviolability_breach state ARG VEN 2024-03-11",),
    ),
    (
        (
            "Hundreds of people broke down the gates of the US embassy in Tripoli on Sunday "
            "and looted its offices."
        ),
        "2024-03-14",
        ("inviolability_breach crowd USA LBY 2024-03-10",),
    ),
    (
        "A mob overran the German embassy in Khartoum on Wednesday and tore down its flag.",
        "2024-03-14",
        ("inviolability_breach crowd DEU SDN 2024-03-13",),
    ),
    (
        "Peru said on Monday it would respect the inviolability of the Mexican embassy.",
        "2024-03-14",
        ("inviolability_assurance MEX PER 2024-03-11",),
    ),
    (
        "Venezuela guaranteed the inviolability of the Brazilian embassy on Tuesday.",
        "2024-03-14",
        ("inviolability_assurance BRA VEN 2024-03-12",),
    ),
    (
        (
            "Niger's junta assured Paris on Wednesday that the French embassy would remain "
            "inviolable."
        ),
        "2024-03-14",
        ("inviolability_assurance FRA NER 2024-03-13",),
    ),
    (
        (
            "Peru's president warned on Monday that police could enter the Mexican embassy if"
            " necessary."
        ),
        "2024-03-14",
        ("inviolability_threat MEX PER 2024-03-11",),
    ),
    (
        "Britain threatened on Wednesday to enter the Ecuadorean embassy in London to arrest him.",
        "2012-08-16",
        ("inviolability_threat ECU GBR 2012-08-15",),
    ),
    (
        "Caracas threatened to storm the Argentine embassy on Tuesday.",
        "2024-03-14",
        ("inviolability_threat ARG VEN 2024-03-12",),
    ),
    (
        "Venezuelan police surrounded the Argentine embassy in Caracas on Monday.",
        "2024-03-14",
        ("mission_access_obstruction ARG VEN 2024-03-11",),
    ),
    (
        "Soldiers blocked access to the French embassy in Niamey on Tuesday.",
        "2024-03-14",
        ("mission_access_obstruction FRA NER 2024-03-12",),
    ),
    (
        "Venezuela cut off electricity to the Argentine embassy in Caracas on Wednesday.",
        "2024-03-14",
        ("mission_access_obstruction ARG VEN 2024-03-13",),
    ),
    (
        "The entrance of the Russian embassy in Warsaw was sealed off by Polish police on Sunday.",
        "2024-03-14",
        ("mission_access_obstruction RUS POL 2024-03-10",),
    ),
    (
        "Nicaragua seized the Taiwanese embassy in Managua on Sunday.",
        "2021-12-28",
        ("premises_confiscation TWN NIC 2021-12-26",),
    ),
    (
        "Polish authorities confiscated a building of the Russian embassy on Tuesday.",
        "2024-03-14",
        ("premises_confiscation RUS POL 2024-03-12",),
    ),
    (
        "The US embassy in Tehran was confiscated by Iran on Monday.",
        "2024-03-14",
        ("premises_confiscation USA IRN 2024-03-11",),
    ),
    (
        "Nicaragua handed the former Taiwanese embassy in Managua over to China on Wednesday.",
        "2021-12-30",
        ("premises_transfer TWN NIC CHN 2021-12-29",),
    ),
]

RELATIONS: list[Row] = [
    (
        "Colombia broke off diplomatic relations with Israel on Wednesday.",
        "2024-05-02",
        ("relations_break COL ISR 2024-05-01",),
    ),
    (
        "Saudi Arabia severed ties with Iran on Sunday.",
        "2016-01-04",
        ("relations_break SAU IRN 2016-01-03",),
    ),
    (
        (
            "Saudi Arabia, the United Arab Emirates, Bahrain and Egypt cut diplomatic ties "
            "with Qatar on Monday."
        ),
        "2017-06-05",
        (
            "relations_break ARE QAT 2017-06-05",
            "relations_break BHR QAT 2017-06-05",
            "relations_break EGY QAT 2017-06-05",
            "relations_break SAU QAT 2017-06-05",
        ),
    ),
    (
        "Algeria cuts diplomatic ties with Morocco",
        "2024-03-14",
        ("relations_break DZA MAR ../2024-03-14",),
    ),
    (
        "Diplomatic relations with Syria were severed by Ukraine on Tuesday.",
        "2024-03-14",
        ("relations_break UKR SYR 2024-03-12",),
    ),
    (
        "The severing of ties with Israel by Nicaragua on Friday was cheered in Tehran.",
        "2024-03-14",
        ("relations_break NIC ISR 2024-03-08",),
    ),
    (
        (
            "Mali's military rulers announced on Sunday that they were breaking off relations"
            " with Ukraine with immediate effect."
        ),
        "2024-03-14",
        ("relations_break MLI UKR 2024-03-10",),
    ),
    (
        (
            "Pyongyang's decision on Monday to sever diplomatic relations with Malaysia "
            "followed an extradition."
        ),
        "2024-03-14",
        ("relations_break PRK MYS 2024-03-11",),
    ),
    (
        (
            "Honduras has ended its diplomatic relations with Taiwan, Tegucigalpa announced "
            "Wednesday."
        ),
        "2024-03-14",
        ("relations_break HND TWN 2024-03-13",),
    ),
    (
        "La Paz cut its ties to Israel on Tuesday.",
        "2024-03-14",
        ("relations_break BOL ISR 2024-03-12",),
    ),
    (
        "Khartoum said on Monday that it was cutting off relations with the United Arab Emirates.",
        "2024-03-14",
        ("relations_break SDN ARE 2024-03-11",),
    ),
    (
        "Kenya, which broke diplomatic relations with Cuba in May 1967, has a new government.",
        "2024-03-14",
        ("relations_break KEN CUB 1967-05",),
    ),
    (
        "Iran and Saudi Arabia restored diplomatic relations on Monday.",
        "2024-03-14",
        ("relations_restoration IRN SAU 2024-03-11",),
    ),
    (
        "Bolivia resumed diplomatic relations with Chile on Tuesday.",
        "2024-03-14",
        ("relations_restoration BOL CHL 2024-03-12",),
    ),
    (
        "Egypt and Qatar resumed diplomatic ties on Wednesday after a break of three years.",
        "2021-01-21",
        ("relations_restoration EGY QAT 2021-01-20",),
    ),
    (
        "Diplomatic relations between Cuba and the United States were restored on Monday.",
        "2015-07-21",
        ("relations_restoration CUB USA 2015-07-20",),
    ),
    (
        "Colombia and Venezuela restore diplomatic ties",
        "2024-03-14",
        ("relations_restoration COL VEN ../2024-03-14",),
    ),
    (
        (
            "The re-establishment of diplomatic relations between the Maldives and Iran took "
            "effect on Sunday."
        ),
        "2024-03-14",
        ("relations_restoration IRN MDV 2024-03-10",),
    ),
    (
        "Diplomatic relations between Ethiopia and Eritrea resumed on Wednesday.",
        "2024-03-14",
        ("relations_restoration ERI ETH 2024-03-13",),
    ),
    (
        "Somalia re-established diplomatic ties with Kenya on Friday.",
        "2024-03-14",
        ("relations_restoration KEN SOM 2024-03-08",),
    ),
    (
        "Iran and Saudi Arabia agreed on Friday to restore diplomatic relations.",
        "2023-03-11",
        ("restoration_agreement IRN SAU 2023-03-10",),
    ),
    (
        "Turkey and Israel announced on Wednesday an agreement to restore full diplomatic ties.",
        "2022-08-18",
        ("restoration_agreement ISR TUR 2022-08-17",),
    ),
    (
        "Canada and India on Tuesday agreed to resume diplomatic relations.",
        "2024-03-14",
        ("restoration_agreement CAN IND 2024-03-12",),
    ),
    (
        "Tunisia and Syria reached a deal on Monday to re-establish diplomatic relations.",
        "2024-03-14",
        ("restoration_agreement SYR TUN 2024-03-11",),
    ),
    (
        "China and Honduras established diplomatic relations on Sunday.",
        "2023-03-26",
        ("relations_establishment CHN HND 2023-03-26",),
    ),
    (
        "Israel established diplomatic ties with the United Arab Emirates on Monday.",
        "2024-03-14",
        ("relations_establishment ARE ISR 2024-03-11",),
    ),
    (
        "Bhutan and China opened diplomatic relations on Tuesday.",
        "2024-03-14",
        ("relations_establishment BTN CHN 2024-03-12",),
    ),
    (
        (
            "South Sudan and Vanuatu signed a joint communiqué establishing diplomatic "
            "relations on Wednesday."
        ),
        "2024-03-14",
        ("relations_establishment SSD VUT 2024-03-13",),
    ),
    (
        "Diplomatic relations between Nauru and China were established on Sunday.",
        "2024-03-14",
        ("relations_establishment CHN NRU 2024-03-10",),
    ),
    (
        "Georgia entered into diplomatic relations with the Marshall Islands on Friday.",
        "2024-03-14",
        ("relations_establishment GEO MHL 2024-03-08",),
    ),
    (
        (
            "The establishment of diplomatic relations between Kiribati and China was "
            "announced on Monday."
        ),
        "2024-03-14",
        ("relations_establishment CHN KIR 2024-03-11",),
    ),
    (
        "Britain and Argentina established consular relations on Monday.",
        "2024-03-14",
        ("consular_relations_establishment ARG GBR 2024-03-11",),
    ),
    (
        "The United States and Venezuela restored consular relations on Tuesday.",
        "2024-03-14",
        ("consular_relations_establishment USA VEN 2024-03-12",),
    ),
    (
        "Bolivia severed consular relations with the United States on Monday.",
        "2024-03-14",
        ("consular_relations_severance BOL USA 2024-03-11",),
    ),
    (
        "Consular relations with Russia were broken off by Ukraine on Tuesday.",
        "2024-03-14",
        ("consular_relations_severance UKR RUS 2024-03-12",),
    ),
    (
        "Mexico said on Wednesday it was cutting consular ties with Peru.",
        "2024-03-14",
        ("consular_relations_severance MEX PER 2024-03-13",),
    ),
]

RECOGNITION: list[Row] = [
    (
        "Ireland, Norway and Spain formally recognised the State of Palestine on Tuesday.",
        "2024-05-28",
        (
            "state_recognition ESP PSE 2024-05-28",
            "state_recognition IRL PSE 2024-05-28",
            "state_recognition NOR PSE 2024-05-28",
        ),
    ),
    (
        "The United States recognised Kosovo as an independent state on Monday.",
        "2008-02-19",
        ("state_recognition USA XKX 2008-02-18",),
    ),
    (
        "Solomon Islands recognises Palestinian state",
        "2024-03-14",
        ("state_recognition SLB PSE ../2024-03-14",),
    ),
    (
        "South Sudan was recognised as a state by Australia on Monday.",
        "2024-03-14",
        ("state_recognition AUS SSD 2024-03-11",),
    ),
    (
        "Kenya recognised the independence of Kosovo on Tuesday.",
        "2024-03-14",
        ("state_recognition KEN XKX 2024-03-12",),
    ),
    (
        "Jamaica's recognition of Palestine as a state was announced on Wednesday.",
        "2024-03-14",
        ("state_recognition JAM PSE 2024-03-13",),
    ),
    (
        "Seychelles extended diplomatic recognition to South Sudan on Sunday.",
        "2024-03-14",
        ("state_recognition SYC SSD 2024-03-10",),
    ),
    (
        "Ottawa granted recognition to Slovenia on Monday.",
        "2024-03-14",
        ("state_recognition CAN SVN 2024-03-11",),
    ),
    (
        "Suriname withdrew its recognition of Kosovo on Monday.",
        "2024-03-14",
        ("state_recognition_withdrawal SUR XKX 2024-03-11",),
    ),
    (
        (
            "Burundi has revoked its recognition of Kosovo, Serbia's foreign minister said, "
            "in a note sent on Tuesday."
        ),
        "2024-03-14",
        ("state_recognition_withdrawal BDI XKX ../2024-03-14 claimed",),
    ),
    (
        "Nauru on Wednesday withdrew recognition from Kosovo.",
        "2024-03-14",
        ("state_recognition_withdrawal NRU XKX 2024-03-13",),
    ),
    (
        "Togo's withdrawal of its recognition of Kosovo was confirmed on Sunday.",
        "2024-03-14",
        ("state_recognition_withdrawal TGO XKX 2024-03-10",),
    ),
    (
        "Vanuatu no longer recognises Georgia as a state, it said on Monday.",
        "2024-03-14",
        ("state_recognition_withdrawal VUT GEO 2024-03-11",),
    ),
    (
        "The United States on Wednesday recognised Juan Guaidó as interim president of Venezuela.",
        "2019-01-24",
        ("government_recognition USA VEN 2019-01-23",),
    ),
    (
        "Britain recognised the rebel council as the legitimate government of Libya on Wednesday.",
        "2011-07-28",
        ("government_recognition GBR LBY 2011-07-27",),
    ),
    (
        "Russia recognised the Taliban government of Afghanistan on Tuesday.",
        "2024-03-14",
        ("government_recognition RUS AFG 2024-03-12",),
    ),
    (
        "Argentina on Monday recognised Edmundo González as president-elect of Venezuela.",
        "2024-03-14",
        ("government_recognition ARG VEN 2024-03-11",),
    ),
    (
        "Jeanine Añez was recognised by Brazil as president of Bolivia on Wednesday.",
        "2024-03-14",
        ("government_recognition BRA BOL 2024-03-13",),
    ),
    (
        (
            "France withdrew its recognition of the government of President Bashar al-Assad "
            "in Syria on Tuesday."
        ),
        "2024-03-14",
        ("government_recognition_withdrawal FRA SYR 2024-03-12",),
    ),
    (
        (
            "Panama no longer recognises Nicolás Maduro as president of Venezuela, it "
            "announced on Monday."
        ),
        "2024-03-14",
        ("government_recognition_withdrawal PAN VEN 2024-03-11",),
    ),
    (
        "Canada said on Monday it does not recognise Nicolás Maduro as president of Venezuela.",
        "2024-03-14",
        ("government_recognition_withholding CAN VEN 2024-03-11 claimed",),
    ),
    (
        "South Africa refused to recognise the junta in Niger on Tuesday.",
        "2024-03-14",
        ("government_recognition_withholding ZAF NER 2024-03-12",),
    ),
    (
        (
            "Mexico does not recognise the government of Peru's president, Dina Boluarte, its"
            " foreign minister said on Wednesday."
        ),
        "2024-03-14",
        ("government_recognition_withholding MEX PER 2024-03-13 claimed",),
    ),
    (
        "Honduras announced on Tuesday that it would switch recognition from Taiwan to China.",
        "2023-03-15",
        ("recognition_switch_announcement HND CHN TWN 2023-03-14",),
    ),
    (
        "Nauru said on Monday it was switching diplomatic recognition from Taipei to Beijing.",
        "2024-01-16",
        ("recognition_switch_announcement NRU CHN TWN 2024-01-15",),
    ),
    (
        "The Solomon Islands on Monday decided to shift its allegiance from Taiwan to China.",
        "2019-09-17",
        ("recognition_switch_announcement SLB CHN TWN 2019-09-16",),
    ),
    (
        "Nicaragua switches allegiance from Taiwan to China",
        "2024-03-14",
        ("recognition_switch_announcement NIC CHN TWN ../2024-03-14",),
    ),
]

PROTECTION: list[Row] = [
    (
        "Mexico asked Brazil on Monday to represent its interests in Peru.",
        "2024-03-14",
        ("protecting_power_request MEX PER BRA 2024-03-11",),
    ),
    (
        "Argentina requested that Brazil protect its interests in Venezuela on Tuesday.",
        "2024-03-14",
        ("protecting_power_request ARG VEN BRA 2024-03-12",),
    ),
    (
        "Switzerland agreed on Monday to represent Saudi interests in Iran.",
        "2024-03-14",
        ("protecting_power_acceptance SAU IRN CHE 2024-03-11",),
    ),
    (
        "Switzerland on Monday accepted a mandate to represent Ecuador's interests in Mexico.",
        "2024-06-25",
        ("protecting_power_acceptance ECU MEX CHE 2024-06-24",),
    ),
    (
        (
            "The Czech Republic said on Tuesday it would act as protecting power for the "
            "United States in Syria."
        ),
        "2024-03-14",
        ("protecting_power_acceptance USA SYR CZE 2024-03-12",),
    ),
    (
        "Brazil took over the representation of Argentina's interests in Venezuela on Thursday.",
        "2024-08-02",
        ("protecting_power_function ARG VEN BRA 2024-08-01",),
    ),
    (
        "Sweden on Tuesday began representing US interests in North Korea.",
        "2024-03-14",
        ("protecting_power_function USA PRK SWE 2024-03-12",),
    ),
    (
        "Brazil assumed custody of the Mexican embassy in Lima on Monday.",
        "2024-03-14",
        ("protecting_power_function MEX PER BRA 2024-03-11",),
    ),
    (
        (
            "Brazil's custody of the Argentine embassy in Caracas was revoked by Venezuela on"
            " Saturday."
        ),
        "2024-09-08",
        ("protecting_power_consent_revocation ARG VEN BRA 2024-09-07",),
    ),
    (
        "Brazil stopped representing Argentine interests in Venezuela on Tuesday.",
        "2024-03-14",
        ("protecting_power_end ARG VEN BRA 2024-03-12",),
    ),
    (
        "Switzerland's mandate as protecting power of the United States in Cuba ended on Monday.",
        "2024-03-14",
        ("protecting_power_end USA CUB CHE 2024-03-11",),
    ),
]

UNDONE: list[Row] = [
    (
        "The coach recalled the striker for Saturday's match against Poland.",
        "2024-03-14",
        (),
    ),
    (
        "Argentina recalled its captain for the qualifier in Lima on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "The club expelled two players from the tournament in Doha after a brawl.",
        "2024-03-14",
        (),
    ),
    (
        "Nigeria were expelled from the tournament in Morocco on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The singer severed ties with her agent in London on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "The actor broke off the engagement with a Swedish model on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The shop in Vienna closed on Saturday after a century.",
        "2024-03-14",
        (),
    ),
    (
        "Toyota recalled 30,000 cars in Germany on Monday over faulty brakes.",
        "2024-03-14",
        (),
    ),
    (
        "The carmaker opened a plant in Hungary on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "France's ambassador recalled his years in Niger in a memoir published on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The Kenyan runner was named a goodwill ambassador for the charity on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "The actress was appointed brand ambassador of a watchmaker in Geneva on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The French ambassador opened a school in Mali on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "Spain's embassy opened its doors to visitors on Sunday for a concert.",
        "2024-03-14",
        (),
    ),
    (
        "Volkswagen ended its relations with a supplier in Serbia on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The university in Tokyo severed ties with a donor on Friday.",
        "2024-03-14",
        (),
    ),
    (
        "Police surrounded a bank in Lagos on Monday after a robbery.",
        "2024-03-14",
        (),
    ),
    (
        "The court summoned the former minister to testify on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "A judge in Madrid summoned the bank's chairman on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "Brazil withdrew its team from the competition in Chile on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "The army withdrew its troops from Sudan on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The school expelled three students in Nairobi on Friday.",
        "2024-03-14",
        (),
    ),
    (
        "The party expelled the former ambassador to Kenya from its ranks on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The United Kingdom recognised the achievements of Nepalese climbers on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "The film academy recognised Iran's director on Sunday.",
        "2024-03-14",
        (),
    ),
    (
        "The airline suspended operations in Venezuela on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The mine suspended operations in Zambia on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "Relations between Canada and India are at their lowest point in years.",
        "2024-03-14",
        (),
    ),
    (
        "The bank restored relations with its creditors in Argentina on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "Poland may expel Russian diplomats if the attacks go on.",
        "2024-03-14",
        (),
    ),
    (
        "Turkey threatened on Monday to expel the Danish ambassador.",
        "2024-03-14",
        ("ambassador_expulsion DNK TUR 2024-03-11 threatened",),
    ),
    (
        "Libya threatened on Tuesday to break off diplomatic relations with Tunisia.",
        "2024-03-14",
        ("relations_break LBY TUN 2024-03-12 threatened",),
    ),
    (
        "Romania denied on Wednesday that it had recalled its ambassador to Hungary.",
        "2024-03-14",
        ("ambassador_recall ROU HUN 2024-03-13 denied",),
    ),
    (
        (
            "Peru's foreign minister denied on Tuesday that Lima had broken off relations "
            "with Colombia."
        ),
        "2024-03-14",
        ("relations_break PER COL 2024-03-12 denied",),
    ),
    (
        "There is no plan to recall the ambassador to Cuba, a Canadian spokesman said.",
        "2024-03-14",
        ("ambassador_recall CAN CUB ../2024-03-14 denied",),
    ),
    (
        "Chile is considering recalling its ambassador to Venezuela.",
        "2024-03-14",
        (),
    ),
    (
        "Mozambique said on Monday it would open an embassy in Vietnam next year.",
        "2024-03-14",
        ("mission_opening MOZ VNM 2025 planned",),
    ),
    (
        "Jordan offered on Tuesday to restore diplomatic relations with Syria.",
        "2024-03-14",
        ("relations_restoration JOR SYR 2024-03-12 offered",),
    ),
    (
        "Lawmakers in Oslo want the government to close the embassy in Tehran.",
        "2024-03-14",
        (),
    ),
    (
        "Analysts say Ghana could sever ties with Togo.",
        "2024-03-14",
        (),
    ),
    (
        "Had Peru broken relations with Chile, trade would have suffered.",
        "2024-03-14",
        (),
    ),
    (
        "It is unclear whether Egypt will send its ambassador back to Qatar.",
        "2024-03-14",
        (),
    ),
    (
        "Greece has no intention of expelling Turkish diplomats, the spokesman said.",
        "2024-03-14",
        ("staff_expulsion TUR GRC ../2024-03-14 denied",),
    ),
    (
        "Protesters in Baghdad demanded on Tuesday that Iraq expel the Swedish ambassador.",
        "2024-03-14",
        ("ambassador_expulsion SWE IRQ 2024-03-12 demanded",),
    ),
    (
        "The United States denied on Wednesday that it was closing its embassy in Cuba.",
        "2024-03-14",
        ("mission_closure USA CUB 2024-03-13 denied",),
    ),
    (
        "The ministry has not summoned the Israeli ambassador.",
        "2024-03-14",
        (),
    ),
    (
        "Diplomats gathered in Vienna on Monday for talks on trade.",
        "2024-03-14",
        (),
    ),
    (
        "The Portuguese embassy in Luanda said on Tuesday that tourists should carry water.",
        "2024-03-14",
        (),
    ),
    (
        "The restaurant near the Italian embassy in Oslo closed on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The consulate in Houston held a reception on Friday for business leaders from Mexico.",
        "2024-03-14",
        (),
    ),
    (
        "India's foreign minister visited the new embassy in Tallinn on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "The ambassador of Japan returned a lost painting to a museum in Warsaw on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "The museum returned the mask to the ambassador of Nigeria on Wednesday.",
        "2024-03-14",
        (),
    ),
    (
        "Peru's ambassador to France left a wreath at the monument on Friday.",
        "2024-03-14",
        (),
    ),
    (
        "Two Danish tourists were expelled from a temple in Cambodia on Sunday.",
        "2024-03-14",
        (),
    ),
    (
        "The United States cut aid to Honduras on Monday.",
        "2024-03-14",
        (),
    ),
    (
        "Russia cut gas supplies to Moldova on Tuesday.",
        "2024-03-14",
        (),
    ),
    (
        "The king received the ambassador of Oman on Monday to discuss tourism.",
        "2024-03-14",
        (),
    ),
    (
        "Bulgaria's striker presented his credentials as the best scorer of the league on Sunday.",
        "2024-03-14",
        (),
    ),
    (
        "The tax office in Lima seized the house of a trader on Tuesday.",
        "2024-03-14",
        (),
    ),
]

FIGURES: list[tuple[str, str, object]] = [
    (
        "Mali on Monday gave the French ambassador 72 hours to leave the country.",
        "deadline",
        "72 hours",
    ),
    ("Britain expelled 23 Russian diplomats on Wednesday.", "number", "23"),
    ("India told Canada on Tuesday to withdraw 41 of its diplomats.", "receiver", "IND"),
    (
        "Albania on Wednesday ordered Iranian diplomats and embassy staff to leave within 24 hours.",
        "demanded_by_receiver",
        "True",
    ),
    (
        "Iran on Sunday ordered the Saudi embassy to close within 48 hours.",
        "deadline",
        "48 hours",
    ),
    ("The United States closed its consulate in Adana on Monday.", "done", "True"),
    (
        "Poland on Tuesday ordered Russia to shut its consulate in Poznań.",
        "done",
        "False",
    ),
    ("France's embassy in Tripoli reopened on Monday after seven years.", "again", "True"),
]


def told(text: str, published: str) -> tuple[str, ...]:
    """
    The events of the families compared, written as rows write them.
    """
    story = Story(text, language("en"), dt.date.fromisoformat(published))
    found = []
    for finding in find_events(story):
        if event_type(finding.kind).__module__.rpartition(".")[2] not in FAMILIES:
            continue
        event = finding.event()
        words = [finding.kind]
        for field in STATES:
            value = getattr(event, field, None)
            words += [value] if isinstance(value, str) else list(value or ())
        words.append(str(event.occurred))
        if event.modality.value != "done":
            words.append(event.modality.value)
        found.append(" ".join(words))
    return tuple(sorted(found))


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [*ENVOYS, *EXPULSIONS, *MISSIONS, *RELATIONS, *RECOGNITION, *PROTECTION],
)
def test_acts_are_found_in_many_constructions(
    text: str, published: str, expected: tuple[str, ...]
) -> None:
    """
    An act is found with its states and its day, however a sentence tells it.
    """
    assert expected == told(text, published)


@pytest.mark.parametrize(("text", "published", "expected"), UNDONE)
def test_what_is_no_act_or_not_done_is_no_done_act(
    text: str, published: str, expected: tuple[str, ...]
) -> None:
    """
    Sport, business, wishes, threats, plans and denials never become acts that are done.
    """
    assert expected == told(text, published)


@pytest.mark.parametrize(("text", "field", "expected"), FIGURES)
def test_figures_and_manners_are_read(text: str, field: str, expected: object) -> None:
    """
    Deadlines, numbers and the manner of an act are read with it.
    """
    story = Story(text, language("en"), dt.date(2024, 3, 14))
    found = [one.event() for one in find_events(story)]
    value = getattr(found[0], field)
    assert expected == str(getattr(value, "words", value))
