// What the console says: the names of roles and acts, and what an error key means for whoever reads it.

export const roles = {
  editor: "Biên tập",
  approver: "Duyệt nội dung",
  analyst: "Xem thống kê",
  operator: "Tổng đài 1022",
  administrator: "Quản trị",
};

export const channels = { zalo: "Zalo", messenger: "Messenger", web: "Trang web" };

export const errors = {
  no_session: "Phiên làm việc đã hết. Mời anh/chị đăng nhập lại.",
  not_permitted: "Tài khoản của anh/chị chưa được giao việc này.",
  other_unit: "Việc này thuộc đơn vị khác.",
  own_account: "Không tự sửa tài khoản của chính mình: xin nhờ một quản trị viên khác.",
  csrf: "Trang đã cũ. Xin tải lại trang rồi làm lại.",
  wrong: "Tên đăng nhập, mật khẩu hoặc mã chưa đúng.",
  locked: "Đã nhập sai nhiều lần. Tài khoản tạm khóa 15 phút.",
  unused: "Tài khoản đã khóa vì 45 ngày không dùng. Xin liên hệ quản trị viên.",
  code_wanted: "Xin nhập mã 6 số trong ứng dụng xác thực.",
  short_password: "Mật khẩu cần ít nhất 14 ký tự.",
  invitation_ended: "Liên kết mời đã dùng hoặc đã hết hạn. Xin quản trị viên gửi liên kết mới.",
  login_taken: "Tên đăng nhập này đã có người dùng.",
  bad_login: "Tên đăng nhập gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch.",
  bad_name: "Xin nhập họ tên.",
  no_role: "Xin chọn ít nhất một vai trò.",
  bad_person: "Thông tin tài khoản chưa đúng.",
  bad_json: "Dữ liệu gửi lên chưa đúng.",
  not_found: "Không tìm thấy, có thể đã bị xóa.",
  overloaded: "Máy chủ đang bận. Xin thử lại sau ít giây.",
  storage: "Máy chủ chưa ghi được dữ liệu. Xin thử lại; nếu vẫn vậy, báo người vận hành.",
  changed_meanwhile: "Người khác vừa sửa bản này. Xin tải lại trang.",
  published_meanwhile: "Mục này vừa được công bố bản khác. Xin tạo bản nháp mới từ bản đó.",
  own_draft: "Người đã viết trong bản nháp không tự công bố: xin nhờ người khác duyệt.",
  not_in_review: "Bản nháp chưa được gửi duyệt.",
  gate: "Chốt kiểm tra chưa cho qua. Xem chi tiết bên dưới.",
  draft_has_errors: "Bản nháp có lỗi: bấm “Xem trước thay đổi” để xem lỗi.",
  bad_entry_id: "Mã mục chưa đúng hoặc đã có.",
  bad_answer: "Xin viết câu trả lời, không quá dài.",
  bad_file: "Tệp có lỗi, chưa nhận gì. Xem từng dòng bên dưới.",
  too_large: "Tệp quá lớn (tối đa 1 MB).",
  too_many_drafts: "Tệp đổi quá nhiều mục một lúc (tối đa 50). Xin chia nhỏ.",
  held_back: "Mục này đang tạm ngừng, không phát thanh được.",
  no_voice: "Máy chủ chưa cài bộ đọc tiếng Việt (espeak-ng).",
  bad_notice: "Thông báo cần nội dung (tối đa 500 chữ), nguồn, đơn vị và thời gian chưa qua, không quá 2 tháng.",
  no_reason: "Xin ghi lý do.",
  bad_span: "Xin chọn kỳ báo cáo và ngày.",
  window_closed: "Đã quá thời gian nền tảng cho phép trả lời sau tin nhắn cuối của người dân. Có thể trả lời khi người dân nhắn lại.",
  citizen_gone: "Người dân đã xóa cuộc trò chuyện.",
  too_fast: "Thử quá nhanh. Xin chờ một phút rồi thử lại.",
  offline: "Chưa kết nối được máy chủ. Xin kiểm tra mạng rồi thử lại.",
};

export const say = (key) => errors[key] ?? `Chưa làm được (${key}).`;

export const acts = {
  "session.open": "Đăng nhập",
  "session.close": "Đăng xuất",
  "session.confirm": "Nhập lại mật khẩu",
  "invitation.accept": "Nhận lời mời",
  "password.change": "Đổi mật khẩu",
  "code.set_up": "Cài mã một lần",
  "people.invite": "Mời tài khoản",
  "people.change": "Sửa tài khoản",
  "people.reset": "Cấp lại tài khoản",
  "draft.import": "Tạo bản nháp từ tệp",
  "draft.begin": "Tạo bản nháp",
  "draft.change": "Sửa bản nháp",
  "draft.submit": "Gửi duyệt",
  "draft.withdraw": "Bỏ bản nháp",
  "content.publish": "Công bố",
  "content.restore": "Khôi phục bản cũ",
  "content.publish_in_spite": "Công bố vượt chốt",
  "conversation.read": "Đọc hội thoại",
  "conversation.answer": "Trả lời người dân",
  "conversation.take": "Nhận trả lời",
  "conversation.hand_back": "Trao lại cho trợ lý",
  "unanswered.outside": "Xếp câu hỏi ra ngoài phạm vi",
  "unanswered.ignored": "Bỏ qua câu hỏi",
  "feedback.read": "Đọc phản ánh",
  "feedback.step": "Xử lý phản ánh",
  "feedback.export": "Tải phản ánh",
  "notice.publish": "Công bố thông báo khẩn",
  "notice.end": "Gỡ thông báo khẩn",
  "switch.off": "Tạm ngừng",
  "switch.on": "Mở lại",
  "refused.no_session": "Gọi khi chưa đăng nhập",
  "refused.not_permitted": "Gọi việc không được giao",
  "refused.csrf": "Gọi thiếu mã trang",
  "refused.confirm": "Cần nhập lại mật khẩu",
  "refused.set_up_code": "Chưa cài mã một lần",
  "refused.other_unit": "Việc của đơn vị khác",
  "audit.forget": "Xóa nhật ký quá 12 tháng",
};

const dateTime = new Intl.DateTimeFormat("vi-VN", { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" });
export const when = (seconds) => (seconds == null ? "" : dateTime.format(new Date(seconds * 1000)));

// This day in Việt Nam, as a date field wants it.
export const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
