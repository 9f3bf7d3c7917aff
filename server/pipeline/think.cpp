// One turn of a conversation: what is known of it beforehand, and what comes of it.
#include <algorithm>

#include "intents/dialogue/burst.hpp"
#include "intents/dialogue/take_feedback.hpp"
#include "intents/text/short_code.hpp"
#include "server/async/log.hpp"
#include "server/pipeline/conversations.hpp"
#include "server/pipeline/persistently.hpp"

namespace motcua::pipeline {
namespace {

intents::citizen_event::kind kind_of(store::event_kind stored) {
  using kind = intents::citizen_event::kind;
  switch (stored) {
    case store::event_kind::tap:
      return kind::tap;
    case store::event_kind::media:
      return kind::media;
    case store::event_kind::officer:
      return kind::officer;
    case store::event_kind::handed_back:
      return kind::handed_back;
    case store::event_kind::news:
      return kind::news;
    case store::event_kind::text:
    case store::event_kind::erase:
      break;
  }
  return kind::text;
}

}  // namespace

awaitable<std::optional<result<std::string>>> conversations::photo_in(const store::pending_event& event) {
  if (event.sealed.empty() || !rules_.photographs || !rules_.seal) co_return std::nullopt;
  const auto before = intents::conversation_from_json(event.state);
  if (!intents::awaits_photo(before, event.arrived_at)) co_return std::nullopt;
  auto url = rules_.seal->open(event.sealed);
  if (!url) co_return std::nullopt;
  co_return co_await rules_.photographs->fetch(std::move(*url));
}

awaitable<conversations::known> conversations::look_up(const std::vector<store::pending_event>& together) {
  std::vector<std::string> referred, filed;
  for (const auto& one : together) {
    for (auto& code : intents::codes_named(one.text)) referred.push_back(std::move(code));
    for (auto& code : intents::tickets_named(one.text)) filed.push_back(std::move(code));
  }
  known all;
  for (const auto& one : together) {
    if (one.kind == store::event_kind::media) {
      all.photo = co_await photo_in(one);
      continue;
    }
    if (one.sealed.empty() || !rules_.own_dossiers || !rules_.seal) continue;
    if (auto code = rules_.seal->open(one.sealed))
      all.dossier = co_await rules_.own_dossiers->look_up(std::move(*code));
  }
  if (!referred.empty()) {
    const std::function<awaitable<result<std::vector<intents::referral>>>()> ask = [&, now = now_()] {
      return store_.referrals(referred, now);
    };
    all.referrals = co_await persistently<std::vector<intents::referral>>(loop_, ask);
  }
  if (!filed.empty()) {
    const std::function<awaitable<result<std::vector<intents::ticket>>>()> ask = [&] {
      return store_.tickets(filed);
    };
    all.tickets = co_await persistently<std::vector<intents::ticket>>(loop_, ask);
  }
  co_return all;
}

intents::setting conversations::setting_of(const std::vector<store::pending_event>& together,
                                           known codes) const {
  const auto& event = together.front();
  intents::setting where{accounts_.unit_of(event.account), together.back().arrived_at, rules_.quiet};
  where.referrals = std::move(codes.referrals);
  where.tickets = std::move(codes.tickets);
  where.dossier = std::move(codes.dossier);
  if (codes.photo) where.photo = *codes.photo ? intents::photo_state::kept : intents::photo_state::refused;
  where.news = event.news;
  if (const auto takes = rules_.feedback.find(where.unit); takes != rules_.feedback.end())
    where.feedback = intents::feedback_rules{
        takes->second, intents::new_short_code(intents::ticket_code_length, rules_.random),
        rules_.photo_accounts.contains(event.account)};
  if (const auto board = board_.take()) board->set(where, event.account);
  return where;
}

store::finished_turn conversations::think(const std::vector<store::pending_event>& together,
                                          known codes) const {
  const std::shared_ptr<const intents::mind> mind = minds_.take();  // one snapshot for the whole turn
  const store::pending_event& event = together.front();
  store::finished_turn done;
  done.conversation = event.conversation;
  done.account = event.account;
  done.now = now_();
  done.record.content_version = mind->content->version();
  std::vector<std::string> texts;
  for (const auto& one : together) {
    done.events.push_back(one.id);
    texts.push_back(one.text);
  }
  if (event.kind == store::event_kind::erase) {
    done.record.decision = "erase";
    done.erase = true;
    return done;
  }
  try {
    const auto before = intents::conversation_from_json(event.state);
    const auto photo = codes.photo;
    const auto where = setting_of(together, std::move(codes));
    const auto turn = texts.size() > 1
                          ? intents::take_burst(*mind, before, texts, where)
                          : intents::take_turn(*mind, before, {kind_of(event.kind), texts.front()}, where);
    done.state = intents::to_json(turn.after);
    done.replies = turn.replies;
    done.record.decision = std::string{name_of(turn.what)};
    done.record.entry = turn.entry ? turn.entry->str() : "";
    done.record.aspect = turn.entry ? std::string{name_of(turn.about)} : "";
    done.record.confidence = turn.confidence;
    done.unit = where.unit;
    done.feedback = turn.feedback;
    const auto shows = [](const intents::feedback_note& n) {
      return n.is == intents::feedback_note::of::photo;
    };
    if (photo && *photo && std::any_of(turn.feedback.begin(), turn.feedback.end(), shows))
      done.photo = rules_.seal->seal(**photo);
    done.told_news = turn.told_news;
    done.progress = turn.progress;
    if (turn.thinks) done.record.opinion = std::string{name_of(*turn.thinks)};
    const auto has = [&](intents::effect wanted) {
      return std::find(turn.effects.begin(), turn.effects.end(), wanted) != turn.effects.end();
    };
    done.erase = has(intents::effect::erase_conversation);
    done.forget_words = has(intents::effect::forget_words);
    done.hush = has(intents::effect::hush);
  } catch (const std::exception& e) {  // a defect of ours: the citizen is told, and the conversation goes on
    log::error("turn.threw", {{"reason", e.what()}});
    done.record.decision = "failed";
    done.replies = {{mind->content->phrases().say("turn_failed"), {}}};
  }
  return done;
}

}  // namespace motcua::pipeline
