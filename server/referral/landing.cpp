#include "server/referral/landing.hpp"

#include "intents/dialogue/answer.hpp"
#include "server/channels/web/notice.hpp"
#include "server/lookup/answer_html.hpp"

namespace motcua::referral {
namespace {

using web::escape_html;

constexpr auto* not_for_search_engines = R"(<meta name="robots" content="noindex">)";

std::string doors_html(const std::vector<door>& doors, const std::string& code,
                       const content::phrasebook& say) {
  std::string html = "<h2>" + escape_html(say.say("referral.go_on")) + "</h2><p class=\"acts\">";
  bool on_zalo = false;
  for (const auto& to : doors) {
    on_zalo = on_zalo || to.to == door::kind::zalo;
    html += "<a class=\"act\" href=\"" + escape_html(address_of(to, code)) + "\">" +
            escape_html(say.say("referral." + name_of(to.to))) + "</a>";
  }
  html += "</p>";
  if (on_zalo) html += "<p>" + escape_html(say.say("referral.zalo_how", {{"code", code}})) + "</p>";
  return html;
}

}  // namespace

lookup::page landing_page(const lookup::visit& v, const intents::referral& by, const content::entry& e,
                          const std::vector<door>& doors) {
  const auto& say = v.content.phrases();
  lookup::page out{say.say("referral.title"), e.title, {}};
  out.head = not_for_search_engines;
  if (v.holds_back(e.id)) {
    out.body = "<p>" + escape_html(say.say("status.held_back", {{"title", e.title}})) + "</p>";
  } else {
    const auto r = intents::read_entry(v.content, v.unit, e, v.now);
    std::string answer;
    for (const auto& paragraph : intents::answer_text(r, by.about)) answer += paragraph + "\n\n";
    out.body = "<p class=\"code\">" + escape_html(say.say("referral.code", {{"code", by.code}})) + "</p>" +
               lookup::with_links(lookup::answer_html(answer));
  }
  out.body += "<p><a href=\"" + escape_html(lookup::entry_address(v, e)) + "\">" +
              escape_html(say.say("referral.whole")) + "</a></p>" + doors_html(doors, by.code, say);
  return out;
}

lookup::page entrance_page(const lookup::visit& v, std::string_view why) {
  const auto& say = v.content.phrases();
  lookup::page out{say.say("referral.enter"), say.say("referral.enter_how"), {}};
  out.head = not_for_search_engines;
  if (!why.empty()) out.body = "<p role=\"alert\"><strong>" + escape_html(say.say(why)) + "</strong></p>";
  out.body +=
      "<p>" + escape_html(say.say("referral.enter_how")) + "</p><form action=\"/t\"><label for=\"ma\">" +
      escape_html(say.say("referral.enter_label")) +
      "</label><div><input id=\"ma\" name=\"ma\" type=\"search\" maxlength=\"20\" autocomplete=\"off\" "
      "autocapitalize=\"characters\" spellcheck=\"false\" required><button>" +
      escape_html(say.say("referral.enter_button")) + "</button></div></form>";
  return out;
}

}  // namespace motcua::referral
