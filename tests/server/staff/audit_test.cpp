#include "server/staff/audit.hpp"

#include <gtest/gtest.h>

#include "tests/support/temp_folder.hpp"

namespace motcua::staff {
namespace {

instant at(int day) {
  return instant{std::chrono::hours{24 * day}};
}

class Audit : public testing::Test {
 protected:
  void note(const char* what, int day) { log.add(db, {.who = "lan", .what = what, .subject = "x"}, at(day)); }
  void meddle(const char* sql) {
    db.database().exec("DROP TRIGGER audit_is_not_changed");
    db.database().exec(sql);
  }

  tests::temp_folder folder;
  connection db{open_records(folder.path())};
  audit log{audit_key("of this installation")};
};

TEST_F(Audit, IsWholeAsItWasWritten) {
  EXPECT_EQ(log.verify(db).entries, 0);
  for (int day = 0; day < 5; ++day) note("session.open", day);
  const auto found = log.verify(db);
  EXPECT_EQ(found.entries, 5);
  EXPECT_EQ(found.broken_at, std::nullopt);
  EXPECT_EQ(found.head, audit_entries(db, 0, 1).front().hash);
}

TEST_F(Audit, LetsNobodyChangeAnEntryByTheWay) {
  note("session.open", 1);
  EXPECT_THROW(db.database().exec("UPDATE audit SET who = 'an'"), SQLite::Exception);
}

TEST_F(Audit, ShowsAChangedEntry) {
  for (int day = 0; day < 5; ++day) note("session.open", day);
  meddle("UPDATE audit SET who = 'an' WHERE number = 3");
  EXPECT_EQ(log.verify(db).broken_at, 3);
}

TEST_F(Audit, ShowsAMissingEntry) {
  for (int day = 0; day < 5; ++day) note("session.open", day);
  meddle("DELETE FROM audit WHERE number = 3");
  EXPECT_EQ(log.verify(db).broken_at, 4);
}

TEST_F(Audit, ShowsAnEntryThatWasMadeUpWithoutTheKey) {
  note("session.open", 1);
  audit{audit_key("another installation")}.add(db, {.who = "an", .what = "people.invite"}, at(2));
  EXPECT_EQ(log.verify(db).broken_at, 2);
}

TEST_F(Audit, ShowsEntriesThatChangedPlaces) {
  for (int day = 0; day < 3; ++day) note("session.open", day);
  meddle(
      "UPDATE audit SET number = number + 100 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = "
      "3; "
      "UPDATE audit SET number = 3 WHERE number = 102");
  EXPECT_EQ(log.verify(db).broken_at, 2);
}

TEST_F(Audit, LetsGoOfWhatIsTooOldAndSaysSoAndStaysWhole) {
  for (int day = 0; day < 5; ++day) note("session.open", day);
  EXPECT_EQ(log.forget_before(db, at(3), at(400)), 3);
  const auto left = audit_entries(db, 0, 10);
  ASSERT_EQ(left.size(), 3U);
  EXPECT_EQ(left.front().what.what, "audit.forget");
  EXPECT_EQ(left.back().at, at(3));
  EXPECT_EQ(log.verify(db).broken_at, std::nullopt);
}

TEST_F(Audit, IsReadNewestFirstPageByPage) {
  for (int day = 0; day < 5; ++day) note("session.open", day);
  const auto first = audit_entries(db, 0, 2);
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first.front().number, 5);
  EXPECT_EQ(audit_entries(db, first.back().number, 2).front().number, 3);
}

}  // namespace
}  // namespace motcua::staff
