#include "server/referral/new_code.hpp"

#include "intents/text/referral_code.hpp"

namespace motcua::referral {

std::string new_code(const random_below& random) {
  static const std::string characters =
      std::string{intents::referral_letters} + std::string{intents::referral_digits};
  for (std::string code;; code.clear()) {
    while (code.size() < intents::referral_code_length)
      code += characters[random(static_cast<std::uint32_t>(characters.size()))];
    if (intents::is_referral_code(code)) return code;
  }
}

}  // namespace motcua::referral
