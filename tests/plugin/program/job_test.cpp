// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/desk/job.hpp"

#include <gtest/gtest.h>

#include <qgsapplication.h>
#include <qgsproject.h>
#include <qgstaskmanager.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "plugin/program/kept_run.hpp"
#include "plugin/session/session.hpp"

namespace yiquan::plugin {
namespace {

/// What a working thread and the test know of each other.
struct Seen {
    std::atomic<bool> begun{false};
    std::atomic<bool> ended{false};
};

/// Works until it is cancelled, and longer than anybody would wait blindly.
std::function<void(Progress&)> slow_work(const std::shared_ptr<Seen>& seen) {
    return [seen](Progress& progress) {
        seen->begun = true;
        while (!progress.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        std::this_thread::sleep_for(std::chrono::milliseconds(2500));
        seen->ended = true;
    };
}

void wait_for_tasks() {
    EXPECT_TRUE(
        QTest::qWaitFor([] { return QgsApplication::taskManager()->countActiveTasks() == 0; }, 20'000));
}

TEST(Job, EndsBeforeItsOwnerIsGone) {
    const auto seen = std::make_shared<Seen>();
    auto owner = std::make_unique<QObject>();
    bool heard = false;
    const auto hear = [&heard] { heard = true; };
    Job::start(QStringLiteral("slow"), owner.get(),
               {.work = slow_work(seen), .done = hear, .failed = [hear](const Error&) { hear(); }});
    ASSERT_TRUE(QTest::qWaitFor([&] { return seen->begun.load(); }, 10'000));
    owner.reset();
    EXPECT_TRUE(seen->ended);
    EXPECT_EQ(seen.use_count(), 1) << "what the work held is given up with it";
    wait_for_tasks();
    EXPECT_FALSE(heard);
}

TEST(Job, DoesNotBeginOnceItsOwnerIsGone) {
    for (int i = 0; i < 50; ++i) {
        const auto seen = std::make_shared<Seen>();
        auto owner = std::make_unique<QObject>();
        Job::start(QStringLiteral("quick"), owner.get(),
                   {.work =
                        [seen](Progress&) {
                            seen->begun = true;
                            std::this_thread::sleep_for(std::chrono::milliseconds(20));
                            seen->ended = true;
                        },
                    .done = {},
                    .failed = {}});
        if (i % 2 == 1) std::this_thread::sleep_for(std::chrono::milliseconds(i / 10));
        owner.reset();
        const bool begun = seen->begun;
        EXPECT_EQ(begun, seen->ended.load());
        wait_for_tasks();
        EXPECT_EQ(begun, seen->begun.load());
    }
}

TEST(Job, SaysNothingToAWidgetThatIsGone) {
    for (int i = 0; i < 50; ++i) {
        auto owner = std::make_unique<QWidget>();
        bool heard = false;
        const auto hear = [&heard] { heard = true; };
        Job::start(QStringLiteral("quick"), owner.get(),
                   {.work = [](Progress& progress) { progress.check(); },
                    .done = hear,
                    .failed = [hear](const Error&) { hear(); }});
        owner.reset();  // most often before the work began
        EXPECT_FALSE(heard);
        wait_for_tasks();
        QTest::qWait(1);
        EXPECT_FALSE(heard);
    }
}

TEST(Job, ThatHasEndedDoesNotHoldItsOwnerUp) {
    auto owner = std::make_unique<QObject>();
    bool done = false;
    Job::start(QStringLiteral("quick"), owner.get(),
               {.work = [](Progress&) {}, .done = [&done] { done = true; }, .failed = {}});
    wait_for_tasks();
    EXPECT_TRUE(QTest::qWaitFor([&] { return done; }, 10'000));
    owner.reset();
}

TEST(Job, ForgottenItEndsAndSaysNothing) {
    const auto seen = std::make_shared<Seen>();
    QObject owner;
    int heard = 0;
    const auto hear = [&heard] { ++heard; };
    QPointer<Job> job =
        Job::start(QStringLiteral("slow"), &owner,
                   {.work = slow_work(seen), .done = hear, .failed = [hear](const Error&) { hear(); }});
    ASSERT_TRUE(QTest::qWaitFor([&] { return seen->begun.load(); }, 10'000));
    Job::forget(job);
    EXPECT_TRUE(job.isNull());
    EXPECT_FALSE(seen->ended) << "nobody waits for it";
    Job::forget(job);  // none, which is nothing to forget
    wait_for_tasks();
    EXPECT_TRUE(QTest::qWaitFor([&] { return seen->ended.load(); }, 10'000));
    QTest::qWait(20);
    EXPECT_EQ(heard, 0);
}

/// A run that writes and writes, and looks whether its folder is still there.
class KeptRunTest : public ::testing::Test {
protected:
    KeptRunTest() {
        QgsProject::instance()->clear();
        session_.set("output", base_.path());
        run_->start(session_, {.prepare =
                                   [seen = seen_, lost = lost_](const QString& folder, Progress& progress) {
                                       seen->begun = true;
                                       for (int i = 0; i < 400; ++i) {
                                           std::this_thread::sleep_for(std::chrono::milliseconds(5));
                                           QFile file(QDir(folder).filePath(QString::number(i)));
                                           if (!file.open(QIODevice::WriteOnly)) *lost = true;
                                           if (progress.cancelled() && i > 100) break;
                                       }
                                       seen->ended = true;
                                       return QStringList();
                                   },
                               .check = [](const QByteArray&) {}});
        EXPECT_TRUE(QTest::qWaitFor([this] { return seen_->begun.load(); }, 10'000));
    }
    ~KeptRunTest() override { QgsProject::instance()->clear(); }

    [[nodiscard]] bool nothing_left() const {
        return QDir(base_.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    std::shared_ptr<Seen> seen_ = std::make_shared<Seen>();
    std::shared_ptr<std::atomic<bool>> lost_ = std::make_shared<std::atomic<bool>>(false);
    QTemporaryDir base_;
    Session session_{*QgsProject::instance()};
    std::unique_ptr<KeptRun> run_ =
        std::make_unique<KeptRun>(QStringLiteral("siting"), QStringLiteral("plan.json"));
};

TEST_F(KeptRunTest, DeletedWhileItWritesItWaitsAndLeavesNothing) {
    run_.reset();
    EXPECT_TRUE(seen_->ended);
    EXPECT_FALSE(*lost_);
    EXPECT_TRUE(nothing_left());
    wait_for_tasks();
    EXPECT_TRUE(nothing_left());
}

TEST_F(KeptRunTest, ForgottenWhileItWritesItKeepsItsFolderUntilTheEnd) {
    run_->forget();
    EXPECT_FALSE(run_->running());
    ASSERT_TRUE(QTest::qWaitFor([this] { return seen_->ended.load(); }, 10'000));
    EXPECT_FALSE(*lost_);
    wait_for_tasks();
    EXPECT_TRUE(QTest::qWaitFor([this] { return nothing_left(); }, 10'000));
}

}  // namespace
}  // namespace yiquan::plugin
