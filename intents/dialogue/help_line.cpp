#include "intents/dialogue/help_line.hpp"

namespace motcua::intents {

help_line help_for(danger what) noexcept {
  switch (what) {
    case danger::crime:
      return {"113", "emergency.crime", "action.call_113"};
    case danger::fire:
      return {"114", "emergency.fire", "action.call_114"};
    case danger::medical:
      return {"115", "emergency.medical", "action.call_115"};
    case danger::child:
      return {"111", "emergency.child", "action.call_111"};
  }
  return {"113", "emergency.crime", "action.call_113"};
}

}  // namespace motcua::intents
