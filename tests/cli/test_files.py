"""
``diplomodel lint``, ``convert`` and ``casebooks``.
"""

from __future__ import annotations

import json

from diplomodel.casebooks import casebook, casebook_names, loads, read


def test_clean_file_passes(run, tmp_path) -> None:
    """
    A file without problems has nothing listed.
    """
    path = tmp_path / "clean.yaml"
    path.write_text("format: 1\nname: clean\n")

    result = run("lint", str(path))

    assert (0, "") == (result.exit_code, result.stdout)


def test_all_problems_of_all_files_have_places(run, tmp_path) -> None:
    """
    Every problem is listed with file, line and column, a missing file among them.
    """
    path = tmp_path / "bad.yaml"
    path.write_text(
        "format: 1\nevents:\n"
        "  - {kind: talk, occurred: 2022, by: PER}\n"
        "  - {kind: talks, occurred: 2022-13, by: PER}\n"
    )

    result = run("lint", str(path), str(tmp_path / "none.yaml"))

    assert 1 == result.exit_code
    assert f"{path}:3:" in result.stdout
    assert f"{path}:4:" in result.stdout
    assert "did you mean 'talks'?" in result.stdout
    assert "none.yaml: there is no such file" in result.stdout


def test_warnings_can_be_left_out(run, tmp_path) -> None:
    """
    What is only a warning is listed unless errors alone are asked for.
    """
    path = tmp_path / "warned.yaml"
    path.write_text("format: 1\nevents:\n  - {kind: talks, occurred: 2022, by: PER}\n")

    assert 1 == run("lint", str(path)).exit_code
    assert 0 == run("lint", "--errors", str(path)).exit_code


def test_lint_json_has_line_and_column(run, tmp_path) -> None:
    """
    JSON gives the parts of each problem.
    """
    path = tmp_path / "bad.yaml"
    path.write_text("format: 1\nevents:\n  - {kind: talks, occurred: 2022-13, by: PER}\n")

    errors = json.loads(run("lint", str(path), "--json", "--errors").stdout)

    assert [("error", 3)] == [(one["severity"], one["line"]) for one in errors]


def test_bundled_casebooks_convert_without_loss(run) -> None:
    """
    What is written to standard output reads back as the same casebook.
    """
    for form in ("yaml", "jsonl", "csv"):
        result = run("convert", "ecuador-mexico", "--to", form)

        assert 0 == result.exit_code
        assert casebook("ecuador-mexico") == loads(result.stdout_bytes, format=form)


def test_converted_file_is_whole_and_kept(run, small, tmp_path) -> None:
    """
    A file is written once, and replaced only where that is said.
    """
    out = tmp_path / "small.jsonl"

    written = run("convert", small, "-o", str(out))
    refused = run("convert", small, "-o", str(out))
    replaced = run("convert", small, "--to", "jsonl", "-o", str(out), "--overwrite")

    assert (0, 1, 0) == (written.exit_code, refused.exit_code, replaced.exit_code)
    assert "there is a file of this name" in refused.stderr
    assert read(small) == read(out)


def test_format_and_suffix_must_agree(run, small, tmp_path) -> None:
    """
    A suffix that names another format than asked for is a wrong call.
    """
    result = run("convert", small, "--to", "csv", "-o", str(tmp_path / "small.yaml"))

    assert 2 == result.exit_code
    assert not (tmp_path / "small.csv").exists()


def test_converted_bytes_are_utf8_everywhere(spawn, small) -> None:
    """
    A converted casebook is UTF-8 also where the terminal is not.
    """
    result = spawn("convert", small, "--to", "yaml", PYTHONIOENCODING="cp1252")

    assert "Ana López Čapek" in result.stdout.decode("utf-8")


def test_casebooks_are_listed(run) -> None:
    """
    Every bundled casebook is listed with its title.
    """
    told = run("casebooks").stdout
    data = json.loads(run("casebooks", "--json").stdout)

    assert list(casebook_names()) == [one["name"] for one in data]
    assert all(name in told for name in casebook_names())
    assert all(one["events"] > 0 for one in data)
