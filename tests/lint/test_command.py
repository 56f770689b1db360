"""``ptrstate lint``: what it prints, in which format, and how it ends."""

from __future__ import annotations

import json
import textwrap

import pytest

from ptrstate import cli
from ptrstate.errors import CODES

pytest.importorskip("mypy", reason="lint reads mypy's typed trees")

MOVED = """
from ptrstate import Status, capi, own

def give() -> None:
    names = own(["", ""])
    name = own("spam")
    if capi.PyList_SetItem(names.borrow(), 7, name) is Status.FAILED:
        name.drop()
    names.drop()
"""

CLEAN = """
from ptrstate import BorrowedPtr, OwnedPtr, capi, prototype
from ptrstate.pointees import PyListObject
from ptrstate.vocabulary import Py_ssize_t

@prototype
def get_item_ref(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    item = capi.PyList_GetItem(list, index)
    return None if item is None else item.to_owned()
"""


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    """A cache of mypy's that all these tests share."""
    return str(tmp_path_factory.mktemp("mypy"))


@pytest.fixture
def lint(tmp_path, cache, capsys, monkeypatch):
    """Write files, run the command over them, and return its exit status, output and complaints."""
    monkeypatch.chdir(tmp_path)

    def run(*options: str, **files: str) -> tuple[int, str, str]:
        for name, text in files.items():
            (tmp_path / f"{name}.py").write_text(textwrap.dedent(text), encoding="utf-8")
        status = cli.main(["lint", "--cache-dir", cache, *options, *(f"{name}.py" for name in files)])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_a_clean_file_is_fine(lint):
    assert lint(clean=CLEAN) == (0, "no findings in 1 file\n", "")


def test_a_finding_is_shown_with_its_places_and_what_rust_would_say(lint):
    status, out, _ = lint(moved=MOVED)
    assert status == 1
    shown, _, rest = out[out.index("error[PS003]") :].partition("\n\n")
    assert shown == textwrap.dedent("""\
        error[PS003]: use of a moved pointer
         --> moved.py:8:9  in give
          |
        6 |     name = own("spam")
          |            ----------- made here by own
        7 |     if capi.PyList_SetItem(names.borrow(), 7, name) is Status.FAILED:
          |        -------------------------------------------- moved here by PyList_SetItem, parameter `item`
        8 |         name.drop()
          |         ^^^^ dropped here, after it was moved
          |
          = rust: error[E0382]: use of moved value
          = help: clone() it before the move, or borrow it from its new owner
          = more: ptrstate explain PS003""")
    assert rest == "2 findings in 1 file\n"


def test_json_says_the_same(lint):
    status, out, _ = lint("--format", "json", moved=MOVED)
    data = json.loads(out)
    assert status == 1
    assert (data["format"], data["files"], data["undecided"]) == (1, 1, None)
    finding = next(finding for finding in data["findings"] if finding["code"] == "PS003")
    assert finding["path"] == "moved.py"
    assert finding["function"] == "give"
    assert finding["place"]["line"] == 8
    assert [place["line"] for place in finding["others"]] == [6, 7]
    assert finding["rust"] == {"code": "E0382", "message": "use of moved value"}


def test_sarif_has_the_shape_that_code_hosts_read(lint):
    status, out, _ = lint("--format", "sarif", moved=MOVED)
    assert status == 1
    log = json.loads(out)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "results"}
    driver = run["tool"]["driver"]
    assert {"name", "version", "rules"} <= set(driver)
    assert {rule["id"] for rule in driver["rules"]} == {*CODES, "unused-ignore"}
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning"}
    assert {result["ruleId"] for result in run["results"]} == {"PS003", "PS011"}
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning"}
        assert result["message"]["text"]
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"] == "moved.py"
            region = physical["region"]
            assert 1 <= region["startLine"] <= region["endLine"]
            assert region["startColumn"] >= 1
        assert [place["id"] for place in result["relatedLocations"]] == list(range(len(result["relatedLocations"])))


def test_a_fingerprint_survives_lines_above(lint):
    def prints(text: str) -> list[str]:
        return [result["partialFingerprints"] for result in json.loads(lint("--format", "sarif", moved=text)[1])["runs"][0]["results"]]

    assert prints(MOVED) == prints("\n# a comment\n\n" + MOVED)


def test_an_ignore_leaves_out_what_it_names(lint):
    text = MOVED.replace("name.drop()\n", "name.drop()  # ptrstate: ignore[PS003]\n", 1)
    status, out, _ = lint(moved=text)
    assert status == 1
    assert "PS003" not in out
    assert "PS011" in out


def test_an_ignore_in_vain_is_a_finding(lint):
    status, out, _ = lint(clean=CLEAN + "\nx = 1  # ptrstate: ignore[PS003]\ny = 2  # ptrstate: ignore\n")
    assert status == 1
    assert "warning[unused-ignore]: nothing to ignore here: PS003" in out
    assert "warning[unused-ignore]: which code? write `# ptrstate: ignore[PS003]`" in out


def test_a_string_is_no_comment(lint):
    assert lint(clean=CLEAN + '\nx = "# ptrstate: ignore[PS003]"\n')[0] == 0


def test_what_is_left_alone_can_be_listed(lint):
    text = """
        from ptrstate import own

        def store(registry: dict[str, object]) -> None:
            registry["text"] = own("text")
        """
    assert lint(left=text)[0] == 0
    status, out, _ = lint("--undecided", left=text)
    assert status == 0
    assert 'left.py:5: left alone: stored in `registry[\'text\']`: where what own made ends is not known' in out


def test_contracts_come_along_with_imports(lint):
    """A prototype of another file, under another name, and the functions of ptrstate through a module of one's own."""
    library = """
        from ptrstate import BorrowedPtr, OwnedPtr, Status, capi, own, prototype
        from ptrstate.pointees import PyListObject

        @prototype
        def push(items: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> Status:
            return capi.PyList_Append(items, item.borrow())
        """
    program = """
        import library as lib
        from library import own as make

        def twice(items: "lib.BorrowedPtr[lib.PyListObject]") -> None:
            item = make("an item")
            status = lib.push(items, item)
            if status is lib.Status.OK:
                item.drop()
        """
    status, out, _ = lint(library=library, program=program)
    assert status == 1
    assert "moved here by push, parameter `item`" in out
    assert "program.py:9:9  in twice" in out


def test_types_of_helpers_come_from_mypy(lint):
    helpers = """
        from ptrstate import OwnedPtr, own

        def made() -> OwnedPtr:
            return own("text")
        """
    program = """
        from helpers import made

        def forget() -> None:
            text = made()
            print(text)
        """
    status, out, _ = lint(helpers=helpers, program=program)
    assert status == 1
    assert "error[PS006]: a reference that never ended\n --> program.py:5:12" in out
    assert lint("--no-mypy", helpers=helpers, program=program)[0] == 0


def test_folders_are_searched_and_hidden_ones_left_alone(lint, tmp_path):
    for folder in ("inside", ".hidden"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "moved.py").write_text(MOVED, encoding="utf-8")
    status, out, _ = lint("--no-mypy", str(tmp_path))
    assert status == 1
    assert out.endswith("2 findings in 1 file\n")


def test_files_of_the_same_name_are_told_apart(lint, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "moved.py").write_text(MOVED, encoding="utf-8")
    assert lint("one", "two")[1].endswith("4 findings in 2 files\n")


def test_a_file_does_not_hide_a_library_of_the_same_name(lint, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, text in (("ptrstate", CLEAN), ("contextlib", "x = 1\n"), ("moved", MOVED)):
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    assert "PS003" in lint("folder")[1]


def test_a_file_imports_from_its_own_folder(lint, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "shared.py").write_text("from ptrstate import own as make\n", encoding="utf-8")
    (folder / "program.py").write_text("from shared import make\n\ndef forget() -> None:\n    make(1)\n", encoding="utf-8")
    assert "PS006" in lint("folder/program.py")[1]


def test_another_version_has_other_contracts(lint):
    text = """
        from ptrstate import BorrowedPtr, Slot, capi, or_raise

        def look(obj: BorrowedPtr) -> None:
            result: Slot = Slot()
            or_raise(capi.PyObject_GetOptionalAttr(obj, obj, result))
        """
    status, out, _ = lint("--python", "3.13", slot=text)
    assert status == 1
    assert "PS006" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.py"], ["'nowhere.py'", "hint:"]),
        (["--python", "three", "x.py"], ["'three'"]),
        (["--format", "xml", "x.py"], ["xml"]),
        ([], ["PATH"]),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_hint(lint, arguments, words):
    status, out, err = lint(*arguments)
    assert status == 2
    assert out == ""
    for word in words:
        assert word in err


def test_a_file_that_is_no_python_is_refused(lint):
    status, out, err = lint(broken="def broken(:\n")
    assert (status, out) == (2, "")
    assert "broken.py:1" in err


def test_a_folder_without_python_is_refused(lint, tmp_path):
    (tmp_path / "empty").mkdir()
    status, _, err = lint(str(tmp_path / "empty"))
    assert status == 2
    assert "no Python files" in err


def test_mypy_and_the_source_alone_see_the_same_in_the_corpus(lint, request):
    corpus = request.path.parent / "corpus"
    typed, plain = (json.loads(lint("--format", "json", *options, str(corpus))[1])["findings"] for options in ((), ("--no-mypy",)))
    assert typed == plain
