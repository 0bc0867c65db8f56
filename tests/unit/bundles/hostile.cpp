// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/bundles/hostile.h"

#include "tests/unit/bundles/zipmaker.h"

namespace test {

namespace {

using Archives = QList<HostileArchive>;

QByteArray with(const ZipEntry &entry)
{
    return zip({index(), entry});
}

ZipEntry typed(const QByteArray &name, quint32 mode)
{
    ZipEntry entry = plain(name);
    entry.mode = mode;
    return entry;
}

void addNames(Archives &all)
{
    const QList<QPair<QByteArray, QByteArray>> names{
        {"../x", "traversal"},
        {"../../../../../../../../tmp/x", "traversal"},
        {"a/../../x", "traversal"},
        {"a/b/..", "traversal"},
        {"..", "traversal"},
        {"../", "traversal"},
        {"a/../index2.js", "traversal"},
        {"/x", "absolute"},
        {"/etc/cron.d/x", "absolute"},
        {"//x", "absolute"},
        {"C:x", "absolute"},
        {"c:/windows/x", "absolute"},
        {"..\\x", "backslash"},
        {"a\\..\\..\\x", "backslash"},
        {"C:\\x", "backslash"},
        {"\\\\host\\share\\x", "backslash"},
        {"a\\b", "backslash"},
        {"", "name_part"},
        {"a//b", "name_part"},
        {"./x", "name_part"},
        {"a/./b", "name_part"},
        {".", "name_part"},
        {"a/.", "name_part"},
        {"a//", "name_part"},
        {QByteArray("o\0", 2), "name_characters"},
        {QByteArray("x\0../../y", 9), "name_characters"},
        {QByteArray("\0", 1), "name_characters"},
        {"line\nbreak", "name_characters"},
        {"tab\tstop", "name_characters"},
        {"bell\x07", "name_characters"},
        {"del\x7f", "name_characters"},
        {"\x1b[2Jx", "name_characters"},
        {"caf\xc3\xa9.js", "name_characters"},
        {"\xe2\x80\xae"
         "sj.x",
         "name_characters"},
        {"caf\x82.js", "name_characters"},
        {"\xc0\xae\xc0\xae/x", "name_characters"},
        {QByteArray(256, 'a'), "name_long"},
        {QByteArray("a/").repeated(600), "name_long"},
        {QByteArray(60000, 'b'), "name_long"},
    };
    int number = 0;
    for (const auto &[name, reason] : names) {
        all.append({"name " + QByteArray::number(++number) + ' ' + name.left(12).toPercentEncoding(),
                    with(plain(name, name.endsWith('/') ? QByteArray() : QByteArray("x"))), reason});
    }
}

void addPairs(Archives &all)
{
    all.append({"twice", with(plain("index.js")), "duplicate"});
    all.append({"twice, apart", zip({plain("a.js"), index(), plain("a.js", "y")}), "duplicate"});
    all.append({"folder twice", zip({index(), plain("d/", {}), plain("d/", {})}), "duplicate"});
    all.append({"case", with(plain("INDEX.js")), "case"});
    all.append({"case of a folder", zip({index(), plain("Lib/a"), plain("lib/b")}), "case"});
    all.append({"case of a folder and a file", zip({index(), plain("Lib"), plain("lib/b")}), "case"});
    all.append({"file and folder", zip({index(), plain("a"), plain("a/b")}), "file_and_folder"});
    all.append({"folder and file", zip({index(), plain("a/b"), plain("a")}), "file_and_folder"});
    all.append({"file under the index", with(plain("index.js/x")), "file_and_folder"});
    all.append({"no index", zip({plain("main.js")}), "no_index"});
    all.append({"index in a folder", zip({plain("code/index.js")}), "no_index"});
    all.append({"index in other letters", zip({plain("Index.js")}), "no_index"});
    all.append({"index is a folder", zip({plain("index.js/", {})}), "no_index"});
    all.append({"no entries", zip({}), "no_index"});
}

void addTypes(Archives &all)
{
    ZipEntry link = typed("link", 0120777);
    link.data = "/etc/passwd";
    all.append({"link", with(link), "link"});
    link.method = 8;
    all.append({"deflated link", with(link), "link"});
    link.data = "..";
    all.append({"link, then a file below it", zip({index(), link, plain("link/x")}), "link"});
    all.append({"index is a link", zip({typed("index.js", 0120777)}), "link"});
    all.append({"folder that is a link", with(typed("link/", 0120777)), "link"});
    all.append({"block device", with(typed("sda", 0060644)), "special"});
    all.append({"character device", with(typed("null", 0020666)), "special"});
    all.append({"pipe", with(typed("pipe", 0010644)), "special"});
    all.append({"socket", with(typed("socket", 0140755)), "special"});
    all.append({"type of no system", with(typed("what", 0170000)), "special"});
    all.append({"folder by type, file by name", with(typed("d", 0040755)), "file_and_folder"});
    all.append({"file by type, folder by name", with(typed("d/", 0100644)), "file_and_folder"});
}

void addEncoded(Archives &all)
{
    for (const int flag : {0x0001, 0x0041, 0x2000}) {
        ZipEntry entry = plain("secret");
        entry.flags = quint16(flag);
        all.append({"encrypted " + QByteArray::number(flag), with(entry), "encrypted"});
    }
    ZipEntry patch = plain("patch");
    patch.flags = 0x20;
    all.append({"patch data", with(patch), "method"});
    for (const int method : {1, 6, 9, 12, 14, 93, 95, 98, 99, 65535}) {
        ZipEntry entry = plain("odd");
        entry.method = quint16(method);
        all.append({"method " + QByteArray::number(method), with(entry), "method"});
    }
    ZipEntry aes = plain("aes");
    aes.extra = QByteArray("\x01\x99\x07\0\1\0AE\3\0\0", 11);
    all.append({"encrypted by its extra field", with(aes), "extra"});
    ZipEntry second = plain("harmless");
    second.extra = QByteArray("\x75\x70\x05\0\1\0\0\0\0", 9);
    all.append({"second name", with(second), "extra"});
    ZipEntry wild = plain("wild");
    wild.extra = QByteArray("\x55\x54\xff\x7f\1", 5);
    all.append({"extra field longer than it is", with(wild), "extra"});
    wild.extra = "abc";
    all.append({"extra field of three bytes", with(wild), "extra"});
}

void addContents(Archives &all)
{
    const QByteArray text = QByteArray("some text ").repeated(50);
    ZipEntry entry = plain("a.js", text);
    entry.crc = 0xdeadbeef;
    all.append({"wrong CRC", with(entry), "crc"});
    entry.crc = 0;
    all.append({"CRC of zero", with(entry), "crc"});
    entry.method = 8;
    all.append({"wrong CRC, deflated", with(entry), "crc"});

    ZipEntry flipped = plain("a.js", text);
    flipped.packed = QByteArray(text).replace(100, 1, "X");
    all.append({"a changed byte", with(flipped), "crc"});

    ZipEntry shorter = plain("a.js", text);
    shorter.method = 8;
    shorter.size = 10;
    all.append({"longer than it says", with(shorter), "sizes"});
    shorter.size = 100000;
    all.append({"shorter than it says", with(shorter), "sizes"});
    shorter.size = 0;
    all.append({"says it is empty", with(shorter), "sizes"});
    ZipEntry garbage = plain("a.js", text);
    garbage.method = 8;
    garbage.packed = QByteArray(64, char(0xff));
    all.append({"no deflate at all", with(garbage), "sizes"});
    garbage.packed = deflated(text).chopped(5);
    all.append({"deflate cut off", with(garbage), "sizes"});
    garbage.packed = QByteArray();
    all.append({"deflated and empty", with(garbage), "sizes"});
    ZipEntry stored = plain("a.js", text);
    stored.size = 7;
    all.append({"stored with two lengths", with(stored), "sizes"});
    all.append({"folder with contents", with(plain("d/", "x")), "sizes"});
}

void addBombs(Archives &all)
{
    ZipEntry zeros = plain("zeros", QByteArray(8 * 1024 * 1024, '\0'));
    zeros.method = 8;
    all.append({"8 MiB of zeros", with(zeros), "ratio"});
    ZipEntry liar = zeros;
    liar.size = 1000;
    all.append({"8 MiB of zeros that say to be 1000 bytes", with(liar), "sizes"});
    ZipEntry edge = zeros;
    edge.size = 1024 * 1024;
    all.append({"8 MiB of zeros that say to be 1 MiB", with(edge), "sizes"});
    ZipEntry nested = plain("inner.zip", zip({index(), plain("zeros", QByteArray(4 * 1024 * 1024, '\0'))}));
    nested.method = 8;
    all.append({"a bomb in a zip in the zip", with(nested), "ratio"});

    ZipEntry large = plain("large", QByteArray(400 * 1024, 'r'));
    large.method = 8;
    large.packed = large.data;
    large.size = 60U * 1024 * 1024;
    QList<ZipEntry> many{index()};
    for (int i = 0; i < 9; ++i) {
        large.name = "large" + QByteArray::number(i);
        many.append(large);
    }
    all.append({"540 MiB in all", zip(many), "unpacked_size"});
    ZipEntry most = large;
    most.size = 0xfffffffe;
    all.append({"nearly 4 GiB", with(most), "ratio"});

    ZipEntry half = plain("half", QByteArray(1024 * 1024 - 1, '\0'));
    half.method = 8;
    QList<ZipEntry> halves{index()};
    for (int i = 0; i < 40; ++i) {
        half.name = "half" + QByteArray::number(i);
        halves.append(half);
    }
    all.append({"many small bombs", zip(halves), "ratio"});
    all.append({"51 MiB of zip", zip({index(), plain("r", QByteArray(51 * 1024 * 1024, 'r'))}), "packed_size"});
}

void addMany(Archives &all)
{
    QList<ZipEntry> many{index()};
    for (int i = 1; i <= 10000; ++i) {
        many.append(plain("f" + QByteArray::number(i), {}));
    }
    all.append({"10,001 entries", zip(many), "entries"});
    for (int i = 10001; i < 60000; ++i) {
        many.append(plain("f" + QByteArray::number(i), {}));
    }
    all.append({"60,000 entries", zip(many), "entries"});
    all.append({"60,000 entries that say to be 3", zip(many, {.entries = quint16(3)}), "directory"});
    all.append({"says 65,534 entries", zip({index()}, {.entries = quint16(65534)}), "entries"});
    all.append({"says 9 entries", zip({index()}, {.entries = quint16(9)}), "directory"});
    all.append({"says no entries", zip({index()}, {.entries = quint16(0)}), "directory"});
}

void addLayouts(Archives &all)
{
    ZipEntry again = index();
    again.name = "again.js";
    again.localName = "index.js";
    again.headerAt = 0;
    all.append({"two names, one place", with(again), "overlap"});
    ZipEntry inside = plain("inside.js");
    const QByteArray hidden = zip({plain("inside.js")}).left(30 + 9 + 1);
    inside.headerAt = 30 + 8;
    all.append({"an entry in another one", zip({plain("index.js", hidden), inside}), "overlap"});
    ZipEntry reaching = plain("z.js", "x");
    reaching.packedSize = 40;
    reaching.size = 40;
    all.append({"reaches into the list", with(reaching), "overlap"});
    reaching.packedSize = 0x7fffffff;
    reaching.size = 0x7fffffff;
    all.append({"reaches beyond the file", with(reaching), "unpacked_size"});
    ZipEntry far = plain("far.js");
    far.headerAt = 0x7ffffff0;
    all.append({"begins beyond the file", with(far), "gap"});
    ZipEntry nowhere = plain("nowhere.js");
    nowhere.headerAt = 3;
    all.append({"begins in the middle of nothing", with(nowhere), "overlap"});
    ZipEntry other = plain("list.js");
    other.localName = "real.js";
    all.append({"two names for one entry", with(other), "local_header"});
    other.localName = "../../x.js";
    all.append({"a wicked name beside a good one", with(other), "local_header"});
    ZipEntry twoCrcs = plain("a.js");
    twoCrcs.localCrc = 1;
    all.append({"two CRCs", with(twoCrcs), "local_header"});
    ZipEntry followed = index();
    followed.behind = zip({plain("ghost.js")}).left(30 + 8 + 1);
    all.append({"an entry that no list knows", zip({followed, plain("b.js")}), "gap"});
    followed.behind = "rubbish";
    all.append({"rubbish behind an entry", zip({followed, plain("b.js")}), "gap"});
    ZipEntry described = index();
    described.flags = 8;
    described.behind = QByteArray("PK\7\x8").append(QByteArray(12, 'x'));
    all.append({"a description that lies", zip({described}), "gap"});
    all.append({"rubbish before the list", zip({index()}, {.between = "rubbish"}), "gap"});
    all.append({"a program in front", zip({index()}, {.before = "MZ program"}), "directory"});
    all.append({"a program in front, counted", zip({index()}, {.leading = "#!/bin/sh\n"}), "prepended"});
    all.append({"another archive in front", zip({plain("a.js")}) + zip({index()}), "directory"});
    all.append({"list elsewhere", zip({index()}, {.directoryAt = 0}), "directory"});
    all.append({"list beyond the file", zip({index()}, {.directoryAt = 0x7fffffff}), "directory"});
    all.append({"something behind the list", zip({index()}, {.beforeEnd = "rubbish"}), "directory"});
    all.append({"volumes", zip({index()}, {.volume = 1}), "volumes"});
}

void addEndings(Archives &all)
{
    const QByteArray sound = zip({index()});
    const QByteArray other = zip({plain("index.js", "evil")});
    all.append({"an archive as the comment", zip({index()}, {.comment = other}), "comment"});
    all.append({"the mark of an ending as the comment", zip({index()}, {.comment = "PK\5\6"}) + QByteArray(18, '\0'),
                "directory"});
    all.append({"an ending as the comment", zip({index()}, {.comment = other.right(22)}), "comment"});
    all.append({"a comment longer than it is", zip({index()}, {.commentLength = quint16(500)}), "trailing"});
    all.append({"a comment shorter than it is", zip({index()}, {.comment = "hello", .commentLength = quint16(2)}),
                "trailing"});
    all.append({"something behind the end", sound + "rubbish", "trailing"});
    all.append({"64 KiB behind the end", sound + QByteArray(70000, '\0'), "truncated"});
    all.append(
        {"zip64 locator", zip({index()}, {.beforeEnd = QByteArray("PK\6\7").append(QByteArray(16, '\0'))}), "zip64"});
    all.append({"zip64 count", zip({index()}, {.entries = quint16(0xffff)}), "zip64"});
    all.append({"zip64 list", zip({index()}, {.directoryAt = 0xffffffff}), "zip64"});
    ZipEntry large = plain("large");
    large.extra = QByteArray("\1\0\x10\0", 4) + QByteArray(16, '\1');
    all.append({"zip64 by its extra field", with(large), "zip64"});
    large.extra = {};
    large.size = 0xffffffff;
    all.append({"zip64 size", with(large), "zip64"});
    ZipEntry far = plain("far");
    far.headerAt = 0xffffffff;
    all.append({"zip64 place", with(far), "zip64"});
    all.append({"nothing", {}, "truncated"});
    all.append({"one byte", "P", "truncated"});
    all.append({"text", QByteArray("this is no zip file\n").repeated(20), "truncated"});
    all.append({"zeros", QByteArray(4096, '\0'), "truncated"});
    all.append({"marks", QByteArray("PK\5\6").repeated(1000), "trailing"});
    all.append({"gzip", QByteArray("\x1f\x8b\x08").append(QByteArray(100, 'z')), "truncated"});
}

void addTruncated(Archives &all)
{
    ZipEntry packed = plain("lib/b.js", QByteArray("some text ").repeated(30));
    packed.method = 8;
    const QByteArray whole = zip({index(), plain("a.js"), packed});
    for (qsizetype length = 1; length < whole.size(); length += 4) {
        all.append({"cut at " + QByteArray::number(length), whole.left(length), "truncated"});
    }
    all.append({"cut by one", whole.chopped(1), "truncated"});
}

} // namespace

QList<HostileArchive> hostileArchives()
{
    QList<HostileArchive> all;
    for (auto *add : {addNames, addPairs, addTypes, addEncoded, addContents, addBombs, addMany, addLayouts, addEndings,
                      addTruncated}) {
        add(all);
    }
    return all;
}

} // namespace test
