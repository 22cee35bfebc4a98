// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/program/yiquan_program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qgsfeedback.h>
#include <qgssettings.h>

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>
#include <thread>

#include "plugin/program/program_path.hpp"
#include "plugin/program/run_yiquan.hpp"
#include "tests/plugin/program/program_stand_in.hpp"

namespace yiquan::plugin {
namespace {

using ::testing::HasSubstr;
using Outcome = ProgramEnd::Outcome;

const QStringList locate{QStringLiteral("locate")};

class YiquanProgramTest : public ::testing::Test {
protected:
    YiquanProgramTest() {
        QObject::connect(&program_, &YiquanProgram::finished,
                         [this](const ProgramEnd& end) { ends_.push_back(end); });
        QObject::connect(&program_, &YiquanProgram::progressed, [this](double percent, const QString& stage) {
            percent_ = percent;
            stage_ = stage;
            if (on_progress_) on_progress_();
        });
    }
    ~YiquanProgramTest() override { QgsSettings().remove(program_setting()); }

    ProgramEnd run() {
        program_.start(locate);
        EXPECT_TRUE(ends_.empty()) << "ended before start returned";
        EXPECT_TRUE(QTest::qWaitFor([this] { return !ends_.empty(); }, 20000));
        QTest::qWait(20);
        EXPECT_EQ(ends_.size(), 1U);
        return ends_.empty() ? ProgramEnd{} : ends_.front();
    }
    static std::string sentence(const ProgramEnd& end) { return end.error ? end.error->message().en : ""; }

    YiquanProgram program_;
    std::vector<ProgramEnd> ends_;
    double percent_ = -1.0;
    QString stage_;
    std::function<void()> on_progress_;
};

TEST_F(YiquanProgramTest, TheProgramOfThisBuildIsFoundAndAnswers) {
    const QString path = program_path();
    EXPECT_EQ(QFileInfo(path).canonicalFilePath(),
              QFileInfo(QStringLiteral(YIQUAN_PROGRAM)).canonicalFilePath());
    program_.start({QStringLiteral("locate"), QStringLiteral("--model"), QStringLiteral("nonsense"),
                    QStringLiteral("--matrix"), QStringLiteral("/nowhere.csv")});
    ASSERT_TRUE(QTest::qWaitFor([this] { return !ends_.empty(); }, 20000));
    EXPECT_EQ(ends_.front().outcome, Outcome::failed);
    EXPECT_EQ(ends_.front().exit_code, 2);
    EXPECT_EQ(ends_.front().error->kind(), ErrorKind::usage);
    EXPECT_THAT(sentence(ends_.front()), HasSubstr("nonsense"));
}

TEST_F(YiquanProgramTest, ItsAnswerItsProgressAndItsWordsPassThrough) {
    const ProgramStandIn stand_in(
        QStringLiteral("echo '{\"progress\": 0.250, \"stage\": \"读取\"}' >&2; printf 'warning: "
                       "libraries\\n' >&2; echo '{}'"));
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::done);
    EXPECT_EQ(end.exit_code, 0);
    EXPECT_EQ(end.output, QByteArray("{}\n"));
    EXPECT_FALSE(end.error);
    EXPECT_DOUBLE_EQ(percent_, 25.0);
    EXPECT_EQ(stage_, QStringLiteral("读取"));
    EXPECT_EQ(stand_in.words(), QStringLiteral("locate --progress json --lang en\n"));
    EXPECT_FALSE(program_.running());
}

TEST_F(YiquanProgramTest, OneRunFollowsAnother) {
    const ProgramStandIn stand_in(QStringLiteral("echo answer"));
    EXPECT_EQ(run().output, QByteArray("answer\n"));
    ends_.clear();
    EXPECT_EQ(run().output, QByteArray("answer\n"));
}

TEST_F(YiquanProgramTest, AProgramThatIsMissingSaysWhatToDo) {
    QgsSettings().setValue(program_setting(), QStringLiteral("/nowhere/yiquan"));
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::failed);
    EXPECT_THAT(sentence(end), HasSubstr("yiquan/program names /nowhere/yiquan, which is not a program"));
}

TEST_F(YiquanProgramTest, AProgramThatMayNotBeRunSaysWhatToDo) {
    const ProgramStandIn stand_in(QStringLiteral("exit 0"));
    QFile::setPermissions(stand_in.path(), QFile::ReadOwner);
    EXPECT_THAT(sentence(run()), HasSubstr("may not be run; allow it (chmod +x)"));
}

TEST_F(YiquanProgramTest, AFileThatIsNoProgramCannotBeStarted) {
    const ProgramStandIn stand_in(QStringLiteral("exit 0"));
    QFile file(stand_in.path());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(
        "\x7f"
        "ELF nonsense");
    file.close();
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::failed);
    EXPECT_THAT(sentence(end), HasSubstr("reinstall the package yiquan"));
}

TEST_F(YiquanProgramTest, AProgramOfAnotherVersionIsNotUsed) {
    const ProgramStandIn stand_in(QStringLiteral("echo answer"), QStringLiteral("9.8.7"));
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::failed);
    EXPECT_THAT(sentence(end), HasSubstr("is of version 9.8.7 and this plugin of version " YIQUAN_VERSION));
    EXPECT_EQ(stand_in.words(), QString());
}

TEST_F(YiquanProgramTest, ItsOwnSentenceIsTheErrorAndLibrariesAreNotHeard) {
    const ProgramStandIn stand_in(QStringLiteral(
        "printf 'ERROR 4: GDAL\\nyiquan: a.csv: row 3 has no weight.\\nlast words\\n' >&2; exit 3"));
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::failed);
    EXPECT_EQ(end.exit_code, 3);
    EXPECT_EQ(end.error->kind(), ErrorKind::input);
    EXPECT_EQ(sentence(end), "a.csv: row 3 has no weight.");
}

TEST_F(YiquanProgramTest, AProgramThatFailsWithoutASentenceIsQuoted) {
    const ProgramStandIn stand_in(
        QStringLiteral("echo 'libCbc.so.3: cannot open shared object file' >&2; exit 127"));
    EXPECT_THAT(sentence(run()), HasSubstr("(exit code 127): libCbc.so.3: cannot open"));
}

TEST_F(YiquanProgramTest, AProgramThatDiesIsTold) {
    const ProgramStandIn stand_in(QStringLiteral("echo half; kill -SEGV $$"));
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::failed);
    EXPECT_EQ(end.exit_code, -1);
    EXPECT_THAT(sentence(end), HasSubstr("ended unexpectedly (signal 11)"));
}

TEST_F(YiquanProgramTest, AProgramThatTheSystemKilledRanOutOfMemory) {
    const ProgramStandIn stand_in(QStringLiteral("kill -KILL $$"));
    EXPECT_THAT(sentence(run()), HasSubstr("memory ran out"));
}

TEST_F(YiquanProgramTest, StoppedItAnswersWithTheBestSoFar) {
    const ProgramStandIn stand_in(
        QStringLiteral("trap 'echo best; exit 0' INT; echo '{\"progress\": 0.5, \"stage\": \"x\"}' >&2\n"
                       "while :; do sleep 0.05; done"));
    on_progress_ = [this] { program_.stop(); };
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::done);
    EXPECT_EQ(end.output, QByteArray("best\n"));
}

TEST_F(YiquanProgramTest, StoppedTwiceItIsAskedOnce) {
    // As yiquan does: the first signal asks for the best so far, the second ends it at once.
    const ProgramStandIn stand_in(
        QStringLiteral("trap 'trap - INT; sleep 0.5; echo best; exit 0' INT\n"
                       "echo '{\"progress\": 0.5, \"stage\": \"x\"}' >&2\nwhile :; do sleep 0.05; done"));
    on_progress_ = [this] {
        program_.stop();
        QTimer::singleShot(200, &program_, &YiquanProgram::stop);
    };
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::done);
    EXPECT_EQ(end.output, QByteArray("best\n"));
}

TEST_F(YiquanProgramTest, CancelledItHasNoAnswerWhateverItPrints) {
    const ProgramStandIn stand_in(
        QStringLiteral("trap 'echo best; exit 0' INT; echo '{\"progress\": 0.5, \"stage\": \"x\"}' >&2\n"
                       "while :; do sleep 0.05; done"));
    on_progress_ = [this] { program_.cancel(); };
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::cancelled);
    EXPECT_FALSE(end.error);
}

TEST_F(YiquanProgramTest, CancelledBeforeItStartedItNeverRuns) {
    const ProgramStandIn stand_in(QStringLiteral("echo answer"));
    program_.start(locate);
    program_.cancel();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !ends_.empty(); }, 20000));
    EXPECT_EQ(ends_.front().outcome, Outcome::cancelled);
    EXPECT_EQ(stand_in.words(), QString());
}

TEST_F(YiquanProgramTest, AProgramThatIgnoresTheRequestIsKilledAfterFiveSeconds) {
    const ProgramStandIn stand_in(
        QStringLiteral("trap '' INT; echo '{\"progress\": 0.5, \"stage\": \"x\"}' >&2\n"
                       "while :; do sleep 0.05; done"));
    QElapsedTimer clock;
    on_progress_ = [&] {
        clock.start();
        program_.cancel();
    };
    const ProgramEnd end = run();
    EXPECT_EQ(end.outcome, Outcome::cancelled);
    EXPECT_FALSE(end.error);
    EXPECT_GE(clock.elapsed(), 4900);
    EXPECT_LT(clock.elapsed(), 8000);
}

TEST_F(YiquanProgramTest, GarbageBesideTheAnswerDoesNoHarm) {
    const ProgramStandIn stand_in(QStringLiteral(
        "head -c 3000000 /dev/urandom >&2; echo >&2\n"
        "echo '{\"progress\": \"much\"}' >&2; echo '{\"progress\": 7, \"stage\": 3}' >&2; echo '{' >&2\n"
        "printf 'yiquan: sorry' >&2; exit 3"));
    const ProgramEnd end = run();
    EXPECT_EQ(sentence(end), "sorry");  // even without an end of line
    EXPECT_DOUBLE_EQ(percent_, 100.0);
}

TEST_F(YiquanProgramTest, AHugeAnswerArrivesWhole) {
    const ProgramStandIn stand_in(QStringLiteral("head -c 10000000 /dev/zero"));
    EXPECT_EQ(run().output.size(), 10000000);
}

TEST_F(YiquanProgramTest, ADeletedRunLeavesNothingRunning) {
    const ProgramStandIn stand_in(
        QStringLiteral("echo $$ >>\"$0.pid\"; echo '{\"progress\": 0.5, \"stage\": \"x\"}' >&2\n"
                       "while :; do sleep 0.05; done"));
    auto program = std::make_unique<YiquanProgram>();
    QSignalSpy progressed(program.get(), &YiquanProgram::progressed);
    program->start(locate);
    ASSERT_TRUE(progressed.wait());
    QFile file(stand_in.path() + QStringLiteral(".pid"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const pid_t pid = file.readAll().trimmed().toInt();
    ASSERT_EQ(::kill(pid, 0), 0);
    program.reset();
    EXPECT_EQ(::kill(pid, 0), -1);
}

TEST_F(YiquanProgramTest, OnAThreadOfItsOwnItIsWaitedFor) {
    const ProgramStandIn stand_in(
        QStringLiteral("echo '{\"progress\": 0.5, \"stage\": \"half\"}' >&2; echo answer; exit 1"));
    QgsFeedback feedback;
    ProgramEnd end;
    QStringList stages;
    std::thread([&] {
        end = run_yiquan(locate, feedback, [&](const QString& stage) { stages << stage; });
    }).join();
    EXPECT_EQ(end.output, QByteArray("answer\n"));
    EXPECT_EQ(end.exit_code, 1);  // a target that was missed is an answer
    EXPECT_EQ(stages, QStringList{QStringLiteral("half")});
    EXPECT_DOUBLE_EQ(feedback.progress(), 50.0);
}

TEST_F(YiquanProgramTest, OnAThreadOfItsOwnErrorsAndCancellingAreThrown) {
    std::optional<Error> thrown;
    const auto run_on_thread = [&](bool cancelled) {
        thrown.reset();
        QgsFeedback feedback;
        std::thread worker([&] {
            try {
                (void)run_yiquan(locate, feedback);
            } catch (const Error& error) {
                thrown = error;
            }
        });
        if (cancelled) {
            QTest::qWait(200);
            feedback.cancel();
        }
        worker.join();
    };
    {
        const ProgramStandIn stand_in(QStringLiteral("echo 'yiquan: no.' >&2; exit 3"));
        run_on_thread(false);
        ASSERT_TRUE(thrown);
        EXPECT_EQ(thrown->message().en, "no.");
    }
    const ProgramStandIn stand_in(QStringLiteral("while :; do sleep 0.05; done"));
    run_on_thread(true);
    ASSERT_TRUE(thrown);
    EXPECT_EQ(thrown->kind(), ErrorKind::cancelled);
}

}  // namespace
}  // namespace yiquan::plugin
