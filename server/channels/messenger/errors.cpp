#include "server/channels/messenger/errors.hpp"

#include <algorithm>
#include <array>

namespace motcua::messenger {
namespace {

using namespace std::chrono_literals;
using pipeline::send_status;

enum class action {
  retry,            // a few times, then dropped
  retry_and_alarm,  // a few times, then dropped with an alarm
  pause_page,       // again and again, with nothing else of the Page in between
  drop,
  drop_and_alarm,
  halt,
};

constexpr int another_app = 2018300;
constexpr int any = -1;  // every subcode that has no row of its own, and none

struct row {
  int code;
  int subcode;
  action what;
  std::string_view meaning;
  int tries = 0;  // of retry
};

constexpr std::array table{
    row{1, any, action::retry_and_alarm, "unknown error, perhaps a short outage", 3},
    row{1, 99, action::drop_and_alarm, "unknown error, often a missing permission"},
    row{2, any, action::retry, "temporary failure, or the person blocked the Page", 3},
    row{1200, any, action::retry, "temporary send failure", 5},
    row{4, any, action::pause_page, "over the app's request limit"},
    row{17, any, action::pause_page, "over the user's request limit"},
    row{32, any, action::pause_page, "over the Page's request limit"},
    row{613, any, action::pause_page, "over the limit of this API"},
    row{613, 2018338, action::drop_and_alarm, "warning about bothersome messages"},
    row{80006, any, action::pause_page, "over the business use case limit"},
    row{10, any, action::halt, "a permission is missing, or the app is not live"},
    row{10, 2018278, action::drop, "outside the 24-hour window"},
    row{10, 2534022, action::drop, "outside the 24-hour window"},
    row{10, 2018065, action::drop, "outside the window, needs the news permission"},
    row{10, 2018108, action::drop, "the person cannot receive messages now"},
    row{10, 1893063, action::halt, "the Page is temporarily restricted from sending"},
    row{100, any, action::drop_and_alarm, "a bad parameter or id"},
    row{100, 33, action::drop_and_alarm, "the object is missing, or there is no access"},
    row{100, 1893061, action::drop_and_alarm, "a retired message tag"},
    row{100, 2018001, action::drop, "no matching user"},
    row{100, 2018008, action::drop, "the media could not be fetched"},
    row{100, 2018047, action::drop, "the media type is wrong"},
    row{100, 2018294, action::drop, "the video failed"},
    row{100, 2018014, action::drop_and_alarm, "a message and a sender action together"},
    row{100, 2018074, action::drop_and_alarm, "the attachment id is not ours or expired"},
    row{100, 2018109, action::drop, "the attachment is too large"},
    row{190, any, action::halt, "the Page token is invalid"},
    row{190, 458, action::halt, "the Page token is invalid: the app was removed"},
    row{190, 459, action::halt, "the Page token is invalid: the account must be checked"},
    row{190, 460, action::halt, "the Page token is invalid: the password was changed"},
    row{190, 463, action::halt, "the Page token has expired"},
    row{190, 464, action::halt, "the Page token is invalid: the account must be checked"},
    row{190, 467, action::halt, "the Page token is invalid"},
    row{200, any, action::halt, "the app is not approved for this person, or not live"},
    row{200, 1545041, action::drop, "the person is not available"},
    row{551, any, action::drop, "the person is not available"},
    row{230, any, action::drop, "permissions disallow a message to this person"},
    row{368, any, action::halt, "judged abusive or disallowed"},
    row{2022, any, action::halt, "limited after a violation"},
    row{9000001, any, action::drop, "the message was deleted"},
    row{10900, any, action::drop, "already answered"},
    row{10903, any, action::drop, "cannot be answered"},
    row{10904, any, action::drop_and_alarm, "messages are off for the Page"},
    row{another_app, any, action::drop, "another app controls the conversation"},
    row{2018321, any, action::retry, "Messenger's own questions are running", 5},
};

// Some numbers are listed as codes and arrive as subcodes of another code (2018300).
const row* row_of(int code, int subcode) {
  const auto find = [](int c, int s) {
    const auto found =
        std::ranges::find_if(table, [=](const row& r) { return r.code == c && r.subcode == s; });
    return found == table.end() ? nullptr : &*found;
  };
  if (const auto* exact = subcode != 0 ? find(code, subcode) : nullptr) return exact;
  if (const auto* as_code = subcode > 1'000'000 ? find(subcode, any) : nullptr) return as_code;
  return find(code, any);
}

std::chrono::milliseconds wait_after(const row& r) {
  const bool minute = r.what == action::pause_page || r.code == 2018321;
  return minute ? std::chrono::milliseconds{60s} : 0ms;
}

}  // namespace

reaction reaction_to(int code, int subcode, int failed_before) {
  constexpr row unknown{0, any, action::retry_and_alarm, "a code that is not in the table", 1};
  const row* const found = row_of(code, subcode);
  const row& r = found ? *found : unknown;
  reaction made{send_status::undeliverable, r.meaning};
  made.person_there = r.code == another_app;
  switch (r.what) {
    case action::drop:
      break;
    case action::drop_and_alarm:
      made.alarm = true;
      break;
    case action::halt:
      made.what = send_status::account_halted;
      break;
    case action::pause_page:
      made.what = send_status::retry;
      made.pause_page = true;
      made.wait = wait_after(r);
      break;
    case action::retry:
    case action::retry_and_alarm:
      if (failed_before < r.tries) {
        made.what = send_status::retry;
        made.wait = wait_after(r);
      } else {
        made.alarm = r.what == action::retry_and_alarm;
      }
  }
  return made;
}

}  // namespace motcua::messenger
