// A store whose look into the outbox can be held up on its way back, as a busy disk would: what it tells is
// then old.
#pragma once

#include <memory>

#include "server/store/store.hpp"
#include "tests/server/pipeline/turnstile.hpp"

namespace motcua::pipeline {

class stalling_store final : public store::store {
 public:
  using id = motcua::store::outbox_id;
  using at = motcua::store::instant;
  using account = motcua::store::account_id;
  using who = motcua::store::conversation_id;
  using arrival = motcua::store::arrival;
  template <class T>
  using eventually = awaitable<result<T>>;

  stalling_store(std::unique_ptr<store> real, net::any_io_executor loop)
      : gate{loop}, real_{std::move(real)} {}

  turnstile gate;  // every look into the outbox passes it after it has read

  eventually<std::vector<motcua::store::outgoing>> due(at now, int limit,
                                                       std::vector<account> except) override {
    auto rows = co_await real_->due(now, limit, std::move(except));
    co_await gate.pass();
    co_return rows;
  }

  eventually<void> append(std::vector<motcua::store::new_event> e) override {
    return real_->append(std::move(e));
  }
  void tell_arrivals(std::function<void(std::span<const arrival>)> to) override {
    real_->tell_arrivals(std::move(to));
  }
  eventually<std::vector<arrival>> waiting_events(motcua::store::event_id after, int limit) override {
    return real_->waiting_events(after, limit);
  }
  eventually<std::optional<motcua::store::pending_event>> event(motcua::store::event_id e) override {
    return real_->event(e);
  }
  eventually<void> finish(motcua::store::finished_turn t) override { return real_->finish(std::move(t)); }
  eventually<std::optional<at>> next_due(at after) override { return real_->next_due(after); }
  eventually<void> sending(id i, std::string trace) override { return real_->sending(i, std::move(trace)); }
  eventually<bool> confirm_said(who of, std::string trace) override {
    return real_->confirm_said(std::move(of), std::move(trace));
  }
  eventually<std::int64_t> recover_sends(at when) override { return real_->recover_sends(when); }
  eventually<void> part_sent(id i, int part, std::string m) override { return real_->part_sent(i, part, m); }
  eventually<void> sent(id i, at now) override { return real_->sent(i, now); }
  eventually<void> retry(id i, at when, std::string r, bool u) override {
    return real_->retry(i, when, r, u);
  }
  eventually<void> undeliverable(id i, at now, std::string r) override {
    return real_->undeliverable(i, now, r);
  }
  eventually<bool> confirm(account a, id i, int part) override { return real_->confirm(a, i, part); }
  eventually<std::vector<account>> proven_accounts() override { return real_->proven_accounts(); }
  eventually<void> prove(account a, at now) override { return real_->prove(a, now); }
  eventually<std::optional<motcua::store::token_pair>> tokens(account a) override { return real_->tokens(a); }
  eventually<void> keep_tokens(account a, motcua::store::token_pair p, at now) override {
    return real_->keep_tokens(a, p, now);
  }
  eventually<void> open_session(motcua::store::web_session s) override { return real_->open_session(s); }
  eventually<std::optional<motcua::store::web_session>> session(std::string h) override {
    return real_->session(h);
  }
  eventually<void> touch_session(std::string h, at now) override { return real_->touch_session(h, now); }
  eventually<void> close_session(std::string h) override { return real_->close_session(h); }
  eventually<std::vector<motcua::store::outgoing>> replies_after(who c, id after, int n) override {
    return real_->replies_after(c, after, n);
  }
  eventually<bool> refer(motcua::store::new_referral r) override { return real_->refer(std::move(r)); }
  eventually<std::vector<intents::referral>> referrals(std::vector<std::string> codes, at now) override {
    return real_->referrals(std::move(codes), now);
  }
  eventually<void> note_progress(intents::referral_progress of, at now) override {
    return real_->note_progress(std::move(of), now);
  }
  eventually<std::vector<intents::ticket>> tickets(std::vector<std::string> codes) override {
    return real_->tickets(std::move(codes));
  }
  eventually<bool> change_ticket(std::string code, motcua::store::ticket_change how) override {
    return real_->change_ticket(std::move(code), std::move(how));
  }
  eventually<bool> remove_photo(std::string code) override { return real_->remove_photo(std::move(code)); }
  eventually<void> erase(who c) override { return real_->erase(c); }
  eventually<std::int64_t> forget_before(at t) override { return real_->forget_before(t); }
  eventually<motcua::store::store_counts> counts() override { return real_->counts(); }

 private:
  std::unique_ptr<store> real_;
};

}  // namespace motcua::pipeline
