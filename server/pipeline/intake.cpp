#include "server/pipeline/intake.hpp"

#include "intents/text/codes.hpp"
#include "intents/text/mask.hpp"
#include "server/async/log.hpp"
#include "server/crypto/digest.hpp"

namespace motcua::pipeline {

namespace {

store::event_kind kind_of(happened::kind what) {
  switch (what) {
    case happened::kind::officer:
      return store::event_kind::officer;
    case happened::kind::handed_back:
      return store::event_kind::handed_back;
    case happened::kind::media:
      break;
  }
  return store::event_kind::media;
}

}  // namespace

intake::intake(store::store& keep, std::string hash_key, clock now, std::function<void()> on_settled,
               vitals* health, for_the_turn sealed)
    : store_{keep},
      hash_key_{std::move(hash_key)},
      now_{now},
      on_settled_{std::move(on_settled)},
      health_{health},
      sealed_{std::move(sealed)},
      gate_{keep, now} {}

awaitable<result<verdict>> intake::judge(account_id account, bool signature_valid) {
  if (!signature_valid && health_) health_->note(account, [](account_vitals& v) { ++v.refused; });
  return gate_.judge(std::move(account), signature_valid);
}

store::conversation_id intake::conversation_of(const account_id& account, std::string_view address) const {
  const std::string who = account.str() + '\n' + std::string{address};
  constexpr std::size_t digits = 32;  // 128 bits: no two people ever share one
  auto id = crypto::hmac_sha256_hex(hash_key_, who).substr(0, digits);
  return store::conversation_id{std::move(id)};
}

std::vector<store::new_event> intake::to_store(const account_id& account,
                                               const std::vector<incoming>& events) const {
  std::vector<store::new_event> rows;
  const instant now = now_();
  for (const incoming& one : events) {
    store::new_event row;
    if (const auto* said = std::get_if<asked>(&one)) {
      row.address = said->address;
      row.dedupe_key = said->dedupe_key;
      row.kind = said->tap ? store::event_kind::tap : store::event_kind::text;
      row.text = said->tap ? said->text : intents::mask_personal(said->text);
      if (sealed_.dossier_codes && !said->tap) {
        const auto code = intents::dossier_code_in(said->text);
        if (!code.empty()) row.sealed = sealed_.seal->seal(code);
      }
      row.occurred_at = said->occurred_at;
    } else if (const auto* also = std::get_if<happened>(&one)) {
      row.address = also->address;
      row.dedupe_key = also->dedupe_key;
      row.kind = kind_of(also->what);
      row.text = also->place;
      if (!also->picture.empty() && sealed_.pictures.contains(account))
        row.sealed = sealed_.seal->seal(also->picture);
      row.occurred_at = also->occurred_at;
    } else if (const auto* gone = std::get_if<erase_wanted>(&one)) {
      row.address = gone->address;
      row.dedupe_key = gone->dedupe_key;
      row.kind = store::event_kind::erase;
      row.occurred_at = gone->occurred_at;
    } else {
      continue;
    }
    row.account = account;
    row.conversation = conversation_of(account, row.address);
    row.arrived_at = now;
    rows.push_back(std::move(row));
  }
  return rows;
}

awaitable<result<void>> intake::accept(account_id account, std::vector<incoming> events) {
  const auto kept = co_await keep(account, std::move(events));
  if (health_) {
    health_->note(account, [&](account_vitals& v) {
      ++(kept ? v.kept : v.turned_away);
      if (kept) v.last_event = now_();
    });
  }
  co_return kept;
}

awaitable<result<void>> intake::keep(const account_id& account, std::vector<incoming> events) {
  std::vector<store::new_event> rows = to_store(account, events);
  if (!rows.empty()) {
    const auto kept = co_await store_.append(std::move(rows));
    if (!kept) co_return kept.error();
  }
  for (const incoming& one : events) {
    if (const auto* seen = std::get_if<noted>(&one)) {
      log::write(log::level::debug, "event.noted", {{"account", account.str()}, {"name", seen->name}});
    } else if (const auto* echo = std::get_if<own_echo>(&one)) {
      const auto settled = co_await store_.confirm(account, echo->id, echo->part);
      if (!settled) co_return settled.error();
      if (*settled) on_settled_();
    } else if (const auto* words = std::get_if<own_words>(&one)) {
      const auto settled =
          co_await store_.confirm_said(conversation_of(account, words->address), words->trace);
      if (!settled) co_return settled.error();
      if (*settled) on_settled_();
    }
  }
  co_return result<void>{};
}

}  // namespace motcua::pipeline
