// Aspects: the sides of an entry that a citizen asks about ("lệ phí bao nhiêu" is the fee aspect).
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace motcua::content {

enum class aspect { overview, documents, steps, fee, time, where, online, result, legal, forms, contact };

inline constexpr std::array all_aspects{aspect::overview, aspect::documents, aspect::steps,  aspect::fee,
                                        aspect::time,     aspect::where,     aspect::online, aspect::result,
                                        aspect::legal,    aspect::forms,     aspect::contact};

std::string_view name_of(aspect a) noexcept;                // "documents"
std::optional<aspect> parse_aspect(std::string_view name);  // nullopt for an unknown name

}  // namespace motcua::content
