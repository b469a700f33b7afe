"""Writes the containers of the tests, good and bad ones, beside this script.

Python's own modules only; workbooks are written by hand, part by part. Run it again to make them anew.
"""
import gzip
import io
import pathlib
import struct
import zipfile
import zlib

HERE = pathlib.Path(__file__).parent
TABLE = b"time,device,temp\n" + b"".join(
    b"2024-03-04 00:%02d:00,p%d,%d.5\n" % (minute, minute % 3, minute) for minute in range(40)
)
WHEN = (2024, 3, 4, 0, 0, 0)


def info(name, method=zipfile.ZIP_DEFLATED):
    result = zipfile.ZipInfo(name, WHEN)
    result.compress_type = method
    result.external_attr = 0o100644 << 16
    return result


def archive(name, entries, to=None):
    buffer = to or io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for entry, content in entries:
            entry = entry if isinstance(entry, zipfile.ZipInfo) else info(entry)
            file.writestr(entry, content)
    if to is None:
        (HERE / name).write_bytes(buffer.getvalue())
        return buffer.getvalue()


class Stream(io.RawIOBase):
    """A stream that cannot go back: sizes follow the contents."""

    def __init__(self):
        self.bytes = b""

    def writable(self):
        return True

    def write(self, data):
        self.bytes += bytes(data)
        return len(data)


def gzips():
    packed = gzip.compress(TABLE, mtime=0)
    (HERE / "plain.csv.gz").write_bytes(packed)
    half = len(TABLE) // 2
    members = [gzip.compress(part, mtime=0) for part in (TABLE[:half], TABLE[half:])]
    (HERE / "members.csv.gz").write_bytes(b"".join(members) + bytes(512))
    (HERE / "truncated.csv.gz").write_bytes(packed[: len(packed) - 20])
    (HERE / "bomb.csv.gz").write_bytes(gzip.compress(b"0" * (16 << 20), mtime=0))


def zips():
    archive(
        "files.zip",
        [
            (info("data/"), b""), ("data/a.csv", TABLE), (info("b.csv", zipfile.ZIP_STORED), TABLE),
            ("messwerte/Kühlung.csv", TABLE), ("other/a.csv", TABLE), ("README.txt", b"hello"),
            (".hidden.csv", TABLE), ("__MACOSX/data/._a.csv", b"\0\5\26\7"), ("picture.png", b"\x89PNG"),
            ("inner.zip", b"PK\3\4"),
        ],
    )
    # Python writes names beyond ASCII in UTF-8; here the byte of code page 437 is put in its place.
    data = archive("old-name.zip", [("K#hl.csv", TABLE)])
    (HERE / "old-name.zip").write_bytes(data.replace(b"K#hl.csv", b"K\x81hl.csv"))
    large = io.BytesIO()
    with zipfile.ZipFile(large, "w") as file:
        with file.open(info("a.csv"), "w", force_zip64=True) as entry:
            entry.write(TABLE)
    (HERE / "zip64.zip").write_bytes(to_zip64(large.getvalue()))
    stream = Stream()
    archive("", [("a.csv", TABLE)], to=stream)
    (HERE / "streamed.zip").write_bytes(stream.bytes)
    good = archive("good.zip", [("a.csv", TABLE)])
    (HERE / "good.zip").unlink()
    (HERE / "truncated.zip").write_bytes(good[:-30])
    (HERE / "no-zip.zip").write_bytes(b"PK\3\4" + b"nothing of the kind " * 20)
    (HERE / "empty.zip").write_bytes(b"PK\5\6" + bytes(18))
    archive("bomb.zip", [("a.csv", b"0" * (16 << 20))])
    archive("traversal.zip", [("a.csv", TABLE), ("../../etc/b.csv", TABLE)])
    archive("absolute.zip", [("/etc/b.csv", TABLE)])
    archive("drive.zip", [("C:\\b.csv", TABLE)])
    archive("nested.zip", [("inner.zip", good), ("x.gz", b"\x1f\x8b")])
    start = good.index(b"PK\1\2")
    locked = bytearray(good)
    locked[6] |= 1
    locked[start + 8] |= 1
    (HERE / "encrypted.zip").write_bytes(locked)
    wrong = bytearray(good)
    wrong[14] ^= 0xFF
    wrong[start + 16] ^= 0xFF
    (HERE / "wrong-checksum.zip").write_bytes(wrong)
    other = bytearray(good)
    other[start + 10] = 12
    (HERE / "other-method.zip").write_bytes(other)


def to_zip64(data):
    """The directory with sizes, place and count in their 64-bit fields."""
    start, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    head = bytearray(data[start : start + 46])
    packed, size = struct.unpack_from("<II", head, 20)
    name = data[start + 46 : start + 46 + struct.unpack_from("<H", head, 28)[0]]
    extra = struct.pack("<HHQQQ", 1, 24, size, packed, 0)
    struct.pack_into("<II", head, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", head, 30, len(extra))
    struct.pack_into("<I", head, 42, 0xFFFFFFFF)
    directory = bytes(head) + name + extra
    large = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1, 1, len(directory), start)
    locator = struct.pack("<IIQI", 0x07064B50, 0, start + len(directory), 1)
    tail = bytearray(data[end:])
    struct.pack_into("<HHII", tail, 8, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    return data[:start] + directory + large + locator + bytes(tail)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="3">
<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>
<numFmt numFmtId="165" formatCode="0.0&quot; mm&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/>
</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7">
<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="21"/><xf numFmtId="165"/>
<xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>"""
STRINGS = f"""<sst xmlns="{MAIN}" count="6" uniqueCount="6"><si><t>time</t></si><si><t>device</t></si>
<si><r><rPr/><t>Temp </t></r><r><t>[°C]</t></r></si><si><t xml:space="preserve">pump, "old"</t></si>
<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000A_b &amp; c</t></si></sst>"""
READINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment with <tags> --><worksheet xmlns="{MAIN}"><dimension ref="A1:F6"/><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
<c r="D1" t="inlineStr"><is><t>on</t></is></c><c r="E1" t="inlineStr"><is><t>rain</t></is></c>
<c r="F1" t="str"><v>day</v></c><c r="G1" t="str"><v>run</v></c></row>
<row r="2"><c r="A2" s="1"><v>45355.520833333336</v></c><c r="B2" t="s"><v>3</v></c>
<c r="C2"><v>20.100000000000001</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" s="4"><v>1.5</v></c>
<c r="F2" s="2"><v>45355</v></c><c r="G2" s="5"><v>1.0625</v></c></row>
<row r="3"><c r="A3" s="1"><v>45355</v></c><c r="B3" t="s"><v>4</v></c><c r="D3" t="b"><v>0</v></c>
<c r="F3" s="3"><v>0.75</v></c></row>
<row r="5"><c r="A5" s="1"><v>45356.999994212965</v></c><c r="B5" t="s"><v>5</v></c>
<c r="C5" t="e"><v>#DIV/0!</v></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="A5:A6"/></mergeCells></worksheet>"""
NOTES = f"""<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>only a note</t></is></c>
</row></sheetData></worksheet>"""
SECOND = f"""<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>
<x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c s="2"><x:v>1</x:v></x:c>
</x:row></x:sheetData></x:worksheet>"""


def workbook(name, sheets, properties="", extra=()):
    names = "".join(
        f'<sheet name="{title}" sheetId="{n}" r:id="rId{n}"/>' for n, (title, _) in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(sheets, 1)
    )
    parts = [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{REL}">{properties}<sheets>{names}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f"<Relationships>{relations}</Relationships>"),
        ("xl/styles.xml", STYLES),
        ("xl/sharedStrings.xml", STRINGS),
    ]
    parts += [(f"xl/worksheets/sheet{n}.xml", xml) for n, (_, xml) in enumerate(sheets, 1)]
    archive(name, [(part, text.encode()) for part, text in parts] + list(extra))


def workbooks():
    workbook("book.xlsx", [("Readings", READINGS), ("Notes", NOTES), ("Set/2", SECOND)])
    workbook("book-1904.xlsx", [("S", SECOND)], '<workbookPr date1904="1"/>')
    workbook("notes.xlsx", [("Notes", NOTES)])
    workbook("broken.xlsx", [("S", READINGS[:-40])])
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    workbook("entities.xlsx", [("S", laughs + READINGS.split("?>")[1])])


gzips()
zips()
workbooks()
