// What the checker found wrong, in the words of whoever fills in the form. The checker itself speaks to whoever runs
// `motcua content check`; a sentence that is not here is shown as it came.

const said = [
  [/^is missing: name at least one source$/, () => "còn thiếu: ghi ít nhất một nguồn"],
  [/^is missing: say what the source is called$/, () => "còn thiếu: ghi tên nguồn"],
  [/^is missing\b.*/, () => "còn thiếu: xin điền"],
  [/^has no value: .*/, () => "đang để trống: điền, hoặc bỏ dòng này"],
  [/^is an empty text: .*/, () => "đang để trống: điền, hoặc bỏ dòng này"],
  [/^is empty: .*/, () => "đang để trống"],
  [/^(".*") is not a web address: .*/, (value) => `${value} không phải địa chỉ trang: phải bắt đầu bằng https://`],
  [/^begins with http:\/\/: .*/, () => "bắt đầu bằng http://: dùng https:// nếu trang có"],
  [/^(".*") is not a phone number: .*/, (value) => `${value} không phải số điện thoại: viết 3 đến 15 chữ số liền nhau`],
  [/^lies before `(.*)`: .*/, () => "ở trước ngày bắt đầu: sửa một trong hai ngày"],
  [/^(".*") is not an id: .*/, (value) => `${value} không làm mã được: chỉ dùng chữ thường không dấu, chữ số, gạch nối`],
  [/^(".*") differs from the file's name (".*"): .*/, (value, file) => `${value} khác tên tệp ${file}: sửa cho giống nhau`],
  [/^(".*") differs from the folder (".*"): .*/, (value, folder) => `${value} khác thư mục ${folder}: sửa cho giống nhau`],
  [/^has (\d+) phrases?[:;,]? .*?(\d+)$/, (count, fewest) => `mới có ${count} câu hỏi mẫu: cần ít nhất ${fewest}`],
  [/^stands here twice: .*/, () => "có hai lần: bỏ một"],
  [/^(".*") is not a date: .*/, (value) => `${value} không phải ngày: viết 2026, 2026-09 hoặc 2026-09-21`],
  [/^(".*") is not a day: .*/, (value) => `${value} không phải ngày: viết năm-tháng-ngày, ví dụ 2026-02-28`],
  [/^is negative: .*/, () => "là số âm: lệ phí từ 0 đồng trở lên"],
  [/^has neither amount nor text: .*/, () => "chưa có số tiền cũng chưa có lời: điền một trong hai"],
  [/^is never shown while .*/, () => "không được đọc cho người dân khi độ tin cậy của mục còn thấp: xác nhận, hoặc để trống"],
  [/^(".*") is not a national code: .*/, (value) => `${value} không phải mã thủ tục quốc gia: viết như 1.001193`],
  [/^(".*") is not a count: .*/, (value) => `${value} không phải số lượng: viết số từ 0 đến 999`],
  [/^(".*") is not an amount: .*/, (value) => `${value} không phải số tiền: viết số đồng bằng chữ số, ví dụ 8000`],
  [/^(".*") is neither true nor false$/, (value) => `${value} chỉ được là true hoặc false`],
  [/^(".*") is not known here: .*?: (.*)$/, (value, known) => `${value} không dùng được ở đây: chọn ${known}`],
  [/^(".*") is not known here[:;,]? .*?(?:write|use) (.*)$/, (value, known) => `${value} không dùng được ở đây: chọn ${known.replace(/\bor\b/g, "hoặc").replace(/\band\b/g, "và")}`],
  [/^is not known here[:;,]?.*/, () => "không dùng được ở đây"],
  [/^cannot be `unknown`.*/, () => "không được để “unknown”: điền, hoặc bỏ dòng này"],
  [/^is .* where .* is wanted$/, () => "không đúng kiểu: xem lại cách điền"],
  [/^there is no entry (".*").*/, (id) => `chưa có mục ${id}: sửa mã`],
  [/^links the entry to itself: .*/, () => "trỏ về chính mục này: bỏ đi"],
  [/^(".*") is a (\w+), not a contact: .*/, (id) => `${id} không phải mục liên hệ: chọn một mục liên hệ`],
  [/^the same phrase stands in (.*): .*/, (path) => `câu này có ở cả ${path}: chỉ giữ ở một nơi`],
  [/^(".*") is also in an asked_as: .*/, (text) => `${text} cũng là câu hỏi mẫu: bỏ ở đây`],
  [/^is also the code of (.*): .*/, (path) => `trùng mã thủ tục với ${path}`],
  [/^(".*") is also the id of (.*?)(?::.*)?$/, (id, path) => `mã ${id} đã có ở ${path}: đặt mã khác`],
  [/^unknown gap (\{.*\}): .*/, (gap) => `không có chỗ điền ${gap}: dùng {unit}, {counter}, {phone}, {hours} hoặc {website}`],
  [/^has (\d+) characters: at most (\d+)$/, (count, most) => `dài ${count} ký tự: nhiều nhất ${most}`],
  [/^has (\d+) characters, at most (\d+) are read: .*/, (count, most) => `tổng quan dài ${count} ký tự, người dân chỉ đọc tới ${most}: viết tóm tắt ngắn lại`],
  [/^takes (\d+) messages on (\w+): .*/, (count, channel) => `phải chia ${count} tin trên ${channel}: viết ngắn lại`],
  [/^the review of .* is overdue: .*/, () => "đã quá hạn rà lại: kiểm tra nội dung, rồi ghi ngày kiểm tra và hạn rà mới"],
  [/^belongs to the shared entry: .*/, () => "thuộc nội dung chung: đơn vị không đổi riêng được"],
  [/^is not known or not confirmed: .*/, () => "chưa biết hoặc chưa xác nhận: hỏi đơn vị rồi điền"],
  [/^is not NFC .*/, () => "có dấu gõ tách rời: gõ lại dòng này bằng bộ gõ tiếng Việt"],
  [/^holds a control character: .*/, () => "có ký tự lạ không nhìn thấy: gõ lại dòng này"],
  [/^holds (.*), which only looks like .*/, () => "có ký tự trông giống chữ của ta nhưng không phải: gõ lại từ đó"],
  [/^(".*") is nearer to (.*): .*/, (phrase, id) => `${phrase} gần với mục ${id} hơn: viết rõ hơn, hoặc chuyển sang mục đó`],
  [/^writes (".*") where the rest of the content writes (".*"): .*/, (one, other) => `viết ${one}, chỗ khác viết ${other}: viết cho giống nhau`],
  [/^unknown key (".*"): .*/, (key) => `không có ô tên ${key}: bỏ đi`],
  [/^no golden phrase reaches it: .*/, () => "chưa có câu hỏi kiểm tra nào của mục này"],
];

export const inVietnamese = (message) => {
  for (const [pattern, words] of said) {
    const found = message.match(pattern);
    if (found) return words(...found.slice(1));
  }
  return message;
};
