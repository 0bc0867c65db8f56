// SPDX-License-Identifier: Apache-2.0
#include "app/engine/processoutput.h"
#include "tests/support/registry.h"
#include "tests/support/runnerfixture.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// Collects both streams of a process.
class Listener
{
public:
    explicit Listener(engine::ProcessOutput &output)
    {
        QObject::connect(&output, &engine::ProcessOutput::read, &output,
                         [this](store::Stream stream, const QByteArray &bytes) {
                             (stream == store::Stream::Out ? out : err) += bytes;
                         });
        QObject::connect(&output, &engine::ProcessOutput::drained, &output, [this] { ++drained; });
    }

    QByteArray out;
    QByteArray err;
    int drained = 0;
};

} // namespace

class TerminalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fifo = QFile::encodeName(m_folder->filePath(u"fifo"_s));
        QCOMPARE(::mkfifo(m_fifo.constData(), 0600), 0);
        QVERIFY(m_fixture.open());
    }

    void whatIsWrittenWithStdioIsThereAtOnce()
    {
        engine::TerminalOutput output;
        Listener heard(output);
        const quint64 ticket = start(output);
        QTRY_COMPARE(heard.out, "terminal 80 by 24, controls nobody\na line\nan error\n"_ba);
        QVERIFY(!m_fixture.hasEnded(ticket));
        goOn();
        QTRY_VERIFY(m_fixture.hasEnded(ticket));
        QCOMPARE(m_fixture.ends[ticket].code, 0);
        output.drain();
        QTRY_COMPARE(heard.drained, 1);
        QVERIFY(heard.out.endsWith("an error\nthe end, without a newline"));
        QVERIFY(heard.err.isEmpty());
    }

    /// The opposite, or the other test shows nothing.
    void aPipeHoldsItBack()
    {
        engine::PipedOutput output;
        Listener heard(output);
        const quint64 ticket = start(output);
        QTRY_COMPARE(heard.err, "an error\n"_ba); // Written after the line.
        QVERIFY(heard.out.isEmpty());
        goOn();
        QTRY_VERIFY(m_fixture.hasEnded(ticket));
        output.drain();
        QTRY_COMPARE(heard.drained, 1);
        QCOMPARE(heard.out, "a line\nthe end, without a newline"_ba);
    }

    void aFloodIsHeldBackAndComesWhole()
    {
        engine::TerminalOutput output;
        Listener heard(output);
        engine::ProcessSpec spec = m_fixture.spec({"/usr/bin/seq", "1", "60000"});
        QVERIFY(output.equip(spec));
        output.holdBack(true);
        const quint64 ticket = m_fixture.start(std::move(spec));
        QTRY_VERIFY(m_fixture.pids.contains(ticket));
        QVERIFY(heard.out.isEmpty() && !m_fixture.hasEnded(ticket));
        output.holdBack(false);
        QTRY_VERIFY(m_fixture.hasEnded(ticket));
        output.drain();
        QTRY_COMPARE(heard.drained, 1);
        QByteArray expected;
        for (int i = 1; i <= 60000; ++i) {
            expected += QByteArray::number(i) + '\n';
        }
        QVERIFY(heard.out == expected);
    }

    void everyByteIsPassedOnAsItIs()
    {
        engine::TerminalOutput output;
        Listener heard(output);
        engine::ProcessSpec spec =
            m_fixture.shell("printf 'tab\\tback\\b bell\\a \\004 \\003 \\032 \\377\\200 cr\\r\\nend'");
        QVERIFY(output.equip(spec));
        const quint64 ticket = m_fixture.start(std::move(spec));
        QTRY_VERIFY(m_fixture.hasEnded(ticket));
        output.drain();
        QTRY_COMPARE(heard.drained, 1);
        QCOMPARE(heard.out, "tab\tback\b bell\a \x04 \x03 \x1a \xff\x80 cr\r\nend"_ba);
    }

private:
    quint64 start(engine::ProcessOutput &output)
    {
        const QString program = QCoreApplication::applicationDirPath() + u"/stdio_writer"_s;
        engine::ProcessSpec spec = m_fixture.spec({QFile::encodeName(program), m_fifo});
        return output.equip(spec) ? m_fixture.start(std::move(spec)) : 0;
    }
    void goOn() const { ::close(::open(m_fifo.constData(), O_WRONLY | O_CLOEXEC)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_fifo;
    test::RunnerFixture m_fixture;
};

REGISTER_TEST(TerminalTest);
#include "test_terminal.moc"
