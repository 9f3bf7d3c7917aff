// Each side of a procedure as one paragraph of text; empty where nothing may be said.
#pragma once

#include <string>
#include <vector>

#include "intents/dialogue/reading.hpp"

namespace motcua::intents {

std::string documents_text(const reading& r, const content::procedure& p);
std::string fee_text(const reading& r, const content::procedure& p);
std::vector<std::string> fees_today(const reading& r,
                                    const content::procedure& p);  // none where none may be said
std::string where_text(const reading& r, const content::procedure& p);
std::string online_text(const reading& r, const content::procedure& p);
std::string forms_text(const reading& r, const content::procedure& p);
std::string contact_text(const reading& r, const std::optional<content::entry_id>& contact);

std::string numbered(const std::vector<std::string>& lines, std::size_t first = 1);  // "1. ...\n2. ..."
std::string joined_by(const std::vector<std::string>& lines, std::string_view between);
std::string dashed(const std::vector<std::string>& lines);  // "- ...\n- ..."

// The unit's phone, hours and address, or a hotline's own, one line each; empty where none may be said.
std::string reach_text(const reading& r, const content::contact& c);
// The number that a button may call; empty where none may be said.
std::string callable(const reading& r, const content::contact& c);

}  // namespace motcua::intents
