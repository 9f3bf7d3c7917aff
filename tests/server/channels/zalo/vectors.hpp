// Test vectors of zalo-oa.md 10, each computed there with Python's hashlib and with openssl. All ids are made
// up.
#pragma once

#include <array>
#include <string_view>

namespace motcua::zalo::vectors {

inline constexpr std::string_view app_id = "4417733920815566021";
inline constexpr std::string_view oa_id = "2881503477612093508";
inline constexpr std::string_view user_id = "7302218845560917334";
inline constexpr std::string_view oa_secret = "Tn4xQ8vLr2ZbK6mYw1Pd";

struct named_mac {
  std::string_view name;
  std::string_view mac;
};

// Of the files in tests/fixtures/zalo.
inline constexpr std::array fixtures = std::to_array<named_mac>({
    {"add_user_to_tag", "a02dcc712a53121434aa8131b751b9c84335028353f80a91102d310eba797927"},
    {"anonymous_send_file", "5ad6fb61400773f4291b54aee75c6b4b07fae963aeac8775b05e0193f58c9208"},
    {"anonymous_send_image", "81a137e90791ff58eee5db8a6cbdb6df82d352c5672e32e05c47a62d1571f44a"},
    {"anonymous_send_sticker", "150537aabc8c2f1fda11dfd1abf3077729cf53fa3a4e3dcb3dda332be9f10274"},
    {"anonymous_send_text", "8b5fb2b5d32746d163b91439c728bf464e0799063507218350bab0278eecf89d"},
    {"change_oa_daily_quota", "688d5d56bcb555946de051a09137ad3169837c1c41fccfc69d1fc60fc60b827a"},
    {"change_template_status", "2dd36b507856b7f1832eb18cce7882c1506afdd58b687c10af7cfe67a466d1d5"},
    {"console_url_check", "7ba5d41ff498c298b0dc6f8315b623072851902502948ca6702cf06592a39a56"},
    {"follow", "df9aac5b84e6c9aed9cec0f845ebd2621bdb9994ffbb4fae2a02067a522447c6"},
    {"oa_reacted_message", "fdc3cb8f19ffefc4d9963f142c6c03d44cb911e7606d6071e6795c9ab203cb37"},
    {"oa_send_anonymous_text", "173fc8860a4661e17db8d8a2f7dd806e9d0e48e6ade99d47ce9ff8b77832ce19"},
    {"oa_send_file", "440feed146f85ee3c273bb473c90d6aa95e49fe7c81dbce0385bff80a6e95fdc"},
    {"oa_send_gif", "31882ff65a80d5dc097f4b2e115719555276e2bfc0018c0aabbb90357e3c69a6"},
    {"oa_send_image", "2b127f09c9cc6552299e1faea4d107520705e5f7cd5e33e45a828f97440e55c7"},
    {"oa_send_list", "9e564c75aec881fb996d2f1a1de0d434d89ca9ca89af1b30752d6dbbac0429e2"},
    {"oa_send_sticker", "9c04a1eb31ead80016f4dffaf5c0e6cf6ca8af900e0ddf363c4886976f4f5cb2"},
    {"oa_send_text", "be7e3cc0f0195762144684ceba7e1845d819ea0cf65f045feafbe60f3b1398f0"},
    {"oa_send_text_by_admin", "1b074bb83e4e2c925ba9335587018d2062ae5595ba87f9f9a8b98008ff878383"},
    {"remove_tag", "b7abc28cfc3e12a9541f7fb9530f4995942cac9114c2a785270063978589e4b0"},
    {"remove_user_from_tag", "5c0264289bc46bb4484a4c932433f388db9446097993f490d100a93dd09558ce"},
    {"unfollow", "1ad04b0161aa6d51dcaca447f1ac89c7a5c6071a76fe38ac25f4d2fcf93a6f53"},
    {"update_user_info", "f388dbb9070c2fb6a9152926804316e1bf1e741849910d909b5f77daf9efd326"},
    {"user_click_chatnow", "ed71de726c5cee49ebabef2de513cca2043400e3fbee4586f9d354dc4f718fa3"},
    {"user_reacted_message", "1838be37d7c7cd402610fa29394436521329cfb0c2735b6e770bb8d236d3c809"},
    {"user_received_message", "d6dd0b851608a683331d2eab6a3351a062f063b23e0756ca6226b523f549c21f"},
    {"user_seen_message", "8f48d54a14fe77b8c8cfb0c8667b1edac23f3092f1c6ebd4312f04d58112eb0b"},
    {"user_send_audio", "350ec8f7e5e68f97b3ff24a581f1277c679e8bc596e010113bacab4d7f3234f0"},
    {"user_send_business_card", "652188ca8531de0daf579d1f1ff9b0e02ad81f25b22b4dfc66f7a3ec2aae5cf6"},
    {"user_send_file", "4cbf5a62b72d3ac7a0f5949ea8db7fa377efe885008cfbaa5a1e078ac2f3016e"},
    {"user_send_gif", "0ca1242d4ce234135fb3f3cb014416a64db996534941bb153d25dff4c1b91599"},
    {"user_send_group_text", "881ec9d931bb9cacb6f905e619744eb2e6d3c0d35428ca5bbc0d135c61dbe75a"},
    {"user_send_image", "59430a08f47d4cc518e5ad38b9a4ccc761dea40e44998059f34832af746c5277"},
    {"user_send_link", "5ecf026dabc3a21509f51713cfe8f51efff3495632b8c485f491eedacaf270ce"},
    {"user_send_location", "563b84e567977061caa53962a798115cf97564b59489ec578f3386615c9eda50"},
    {"user_send_sticker", "e8e5c2e969a422599007ecc4a9e3a5510f1e82fe20591a8b03dbad05153f55dc"},
    {"user_send_text", "139237ce90355b6512d9bedf6f6fb30d7e17d7e741f592a1c6f720bea049fd9c"},
    {"user_send_text_button_object_payload",
     "9d8d3e856234e96a82932f8b44df596abe4207875ad6fea9ced75e997960978a"},
    {"user_send_text_button_payload", "9978c5c42334d516411d5950064c56f35ee69a62bdf7cbc8f0fd914d2c99b244"},
    {"user_send_text_quote", "43bf7337a5e21a9f3c2c4b92f3d706e20f06e18a5ae9c9542a69301f2dc48682"},
    {"user_send_video", "a1e704945e6d4c6c6e4602ae48364e247954009c19f286c6eeb20638ae48b585"},
    {"user_submit_info", "2c764084960705e1c217a1342aa417fa229a9c0bd9b3021645f1633f95f2eaae"},
    {"user_submit_info_legacy", "0621056b4a5c32bc234ad4109f0f30442998e712af7b3d4b2b1d67ba1a6aebe5"},
    {"user_withdraw", "e1cac88077c1f7f209a158f3b011fd198967a51dcd870e3a684fe77aca41adf7"},
    {"widget_failed_to_sync_user_external_id",
     "46ec8e3899119ea0398cd6ecaf746ee33b52181752ab6bb76bab3cbaf9c4dd9d"},
    {"widget_interaction_accepted", "ad29126bff88592cd04769c54dd8be8cfa67b3fb51beae0bba8c4696b84ed901"},
    {"zns_user_received_message", "da775b1c2dee40a719e49f6272602b0216b15fc152a49f888f43673a0f956c8b"},
});

}  // namespace motcua::zalo::vectors
