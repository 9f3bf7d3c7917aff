#include "server/lookup/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

#include "server/channels/web/notice.hpp"

namespace motcua::lookup {
namespace {

constexpr int quiet = 4;  // modules around the code (ISO/IEC 18004)

}  // namespace

std::string qr_svg(std::string_view text, std::string_view label) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
      QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                        QR_ECLEVEL_M),
      &QRcode_free};
  if (!code) throw std::invalid_argument{"this text fits no QR code"};
  const int side = code->width + 2 * quiet;
  std::string path;
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width;) {
      const auto dark = [&](int at) { return (code->data[y * code->width + at] & 1) != 0; };
      int end = x;
      while (end < code->width && dark(end)) ++end;
      if (end > x)
        path += 'M' + std::to_string(x + quiet) + ' ' + std::to_string(y + quiet) + 'h' +
                std::to_string(end - x) + "v1h-" + std::to_string(end - x) + 'z';
      x = end + 1;
    }
  }
  const auto size = std::to_string(side);
  return R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 )" + size + ' ' + size +
         R"(" shape-rendering="crispEdges" aria-label=")" + web::escape_html(label) + R"("><rect width=")" +
         size + R"(" height=")" + size + R"(" fill="#fff"/><path d=")" + path + R"(" fill="#000"/></svg>)";
}

}  // namespace motcua::lookup
