#include "intents/dialogue/phrase_keys.hpp"

#include <array>
#include <string_view>

#include "content/knowledge/aspect.hpp"

namespace motcua::intents {
namespace {

constexpr auto keys = std::to_array<std::string_view>({
    "notice.opening",
    "notice.closing",
    "notice.urgent",
    "menu",
    "menu.topics",
    "not_understood",
    "outside",
    "turn_failed",
    "also",
    "clarify",
    "which_procedure",
    "unsaid",
    "officer.says",
    "opinion.ask_helped",
    "opinion.helped",
    "opinion.not_helped",
    "opinion.ask_saved",
    "opinion.saved",
    "opinion.not_saved",
    "opinion.thanks",
    "opinion.sorry",
    "action.person",
    "office.open",
    "office.closed",
    "office.closed_for",
    "office.opens",
    "dossier",
    "feedback",
    "accusation",
    "ask.counter",
    "ask.hotline",
    "ask.anyone",
    "gap.unknown",
    "fact.not_confirmed",
    "emergency.fire",
    "emergency.crime",
    "emergency.medical",
    "emergency.child",
    "title.aspect",
    "title.code",
    "media.refused",
    "pace.slow",
    "pace.same",
    "presence.called",
    "source",
    "source.undated",
    "status.suspended",
    "status.hidden",
    "status.held_back",
    "stopped",
    "status.not_yet",
    "status.ended",
    "status.replaced",
    "leaflet.qr",
    "leaflet.code",
    "speak.opening",
    "speak.notice",
    "speak.ask_for",
    "speak.closing",
    "field.guide",
    "field.faq",
    "field.contact",
    "field.other",
    "lookup.title",
    "lookup.about",
    "lookup.by_event",
    "lookup.by_field",
    "lookup.found",
    "lookup.perhaps",
    "lookup.nothing",
    "lookup.of_people",
    "lookup.updated",
    "lookup.count",
    "lookup.sources",
    "lookup.related",
    "lookup.ask",
    "lookup.print",
    "lookup.loudspeaker",
    "lookup.read_out",
    "lookup.urgent",
    "feed.title",
    "feed.begins",
    "feed.ends",
    "feed.checked",
    "record.name",
    "record.name_cut",
    "record.field",
    "record.commune",
    "record.received",
    "record.received_for",
    "record.listed",
    "record.police",
    "record.province",
    "record.anywhere",
    "record.no_guide",
    "overview.where",
    "overview.fee",
    "overview.see",
    "overview.documents",
    "overview.time",
    "guide.notes",
    "document.original",
    "document.copy",
    "document.when",
    "documents.hand_in",
    "documents.by_case",
    "documents.by_case_alone",
    "documents.show",
    "fee.free",
    "fee.later",
    "fee.exemptions",
    "where.ways",
    "where.counter",
    "way.in_person",
    "way.online",
    "way.post",
    "online.yes",
    "online.by",
    "online.none",
    "online.link",
    "contact.phone",
    "contact.cost",
    "contact.hours",
    "contact.address",
    "contact.link",
    "action.call",
    "action.call_111",
    "action.call_113",
    "action.call_114",
    "action.call_115",
    "action.portal",
    "action.link",
});

void require(const content::phrasebook& phrases, const std::string& key,
             std::vector<content::finding>& missing) {
  if (phrases.has(key)) return;
  missing.push_back({content::severity::error, "phrases", 0, key,
                     "the dialogue needs this phrase: add it to a file in phrases/"});
}

}  // namespace

std::vector<content::finding> missing_phrases(const content::phrasebook& phrases) {
  std::vector<content::finding> missing;
  for (const auto key : keys) require(phrases, std::string{key}, missing);
  for (const auto about : content::all_aspects) {
    if (about == content::aspect::overview) continue;
    const std::string name{content::name_of(about)};
    require(phrases, "aspect." + name, missing);
    require(phrases, "action." + name, missing);
  }
  return missing;
}

}  // namespace motcua::intents
