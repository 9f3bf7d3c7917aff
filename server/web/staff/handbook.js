// The handbook: what each page is for and how it is used. Its pictures are taken by tests/browser/handbook.test.mjs, which
// fails when a page no longer looks like its picture.

import { html, render } from "./vendor/lit-html.js";

export const title = "Hướng dẫn";

const picture = (name, words) => html`<img class="img-fluid border rounded my-2" src="/staff/files/handbook/${name}.png" alt=${words} loading="lazy">`;

// By the page they belong to: the menu's help link opens there.
const chapters = [
  ["trang-dau", "Trang đầu", html`
    <p>Cho biết việc đang chờ anh/chị: người chờ gặp cán bộ, bản nháp chờ duyệt, mục đến hạn rà lại, báo cáo sắp đến hạn, và số liệu trong tuần.</p>
    ${picture("trang-dau", "Trang đầu với danh sách việc cần làm")}`],
  ["tong-dai", "Tổng đài 1022", html`
    <ol>
      <li>Gõ vài chữ người gọi nói; câu trả lời hiện ngay. Bấm Enter rồi đọc, bấm phím số để đọc phần giấy tờ, nơi nộp, lệ phí, thời hạn.</li>
      <li>Bấm <strong>G</strong> để có mã 6 chữ và số, tin nhắn SMS và mã QR cho người gọi. Người gọi mở liên kết, hoặc gõ mã cho trợ lý trên Zalo, Messenger, trang web.</li>
      <li>Người gọi lại và đọc mã: gõ mã vào ô câu hỏi. Bấm Esc để bắt đầu cuộc gọi mới.</li>
    </ol>
    <p>Không ghi số điện thoại hay tên người gọi. Số mã đã gửi, đã mở, hỏi tiếp nằm ở trang Số liệu.</p>
    ${picture("tong-dai", "Trang tổng đài với ô gõ điều người gọi hỏi")}`],
  ["noi-dung", "Sửa nội dung", html`
    <ol>
      <li>Tìm mục theo tên, không cần dấu, lọc theo lĩnh vực, đơn vị, độ tin cậy, hạn rà lại, rồi bấm <strong>Sửa</strong>; hoặc <strong>Mục mới</strong>. Một bản nháp được tạo; nội dung đang công bố chưa đổi.</li>
      <li>Sửa từng ô. Chưa chắc thì chọn độ tin cậy thấp: trợ lý sẽ không nói như điều chắc chắn.</li>
      <li>Bấm <strong>Xem trước thay đổi</strong> để biết câu hỏi nào sẽ nhận câu trả lời khác; dùng ô hỏi thử để thử như người dân; <strong>Xem trên Zalo, Messenger, web</strong> cho thấy từng tin nhắn đúng như mỗi kênh sẽ chia.</li>
      <li>Bấm <strong>Gửi duyệt</strong>. Người khác có vai trò Duyệt nội dung sẽ công bố. Người viết không tự công bố.</li>
      <li>Công bố xong, người dân nhận câu trả lời mới trong vài giây. Bản cũ vẫn giữ, có thể khôi phục.</li>
    </ol>
    ${picture("noi-dung", "Danh sách nội dung đã công bố")}`],
  ["chua-hieu", "Câu hỏi chưa hiểu", html`
    <p>Những câu trợ lý không trả lời được, hoặc người dân bấm “Chưa giúp được”, “Chưa đúng ý tôi”, gộp theo ý, câu hỏi nhiều nhất đứng đầu. Với mỗi nhóm: thêm vào một mục (tạo bản nháp để thử rồi gửi duyệt), viết mục mới, xếp ra ngoài phạm vi, hoặc bỏ qua.</p>`],
  ["hoi-thoai", "Hội thoại", html`
    <p>Ai đang chờ gặp cán bộ đứng đầu. Mở cuộc trò chuyện để đọc và xem vì sao trợ lý trả lời như vậy. Bấm <strong>Nhận trả lời</strong> thì trợ lý im lặng; viết câu trả lời rồi bấm <strong>Gửi</strong>: lời gửi đi với tên cơ quan. Xong việc, bấm <strong>Trao lại cho trợ lý tự động</strong>.</p>
    <p>Zalo cho trả lời trong 48 giờ, Messenger trong 24 giờ sau tin nhắn cuối của người dân. Mỗi lần đọc đều được ghi nhật ký.</p>`],
  ["phan-anh", "Phản ánh, kiến nghị", html`
    <p>Có khi đơn vị bật nhận phản ánh qua trợ lý (<code>feedback = true</code>). Mở từng phản ánh để đọc, chọn bước tiếp theo, viết lời gửi người dân. Người dân đồng ý được báo thì được báo ngay trên kênh họ đã nhắn; đã quá thời gian nền tảng cho nhắn trước thì được báo khi họ nhắn lại. Ai có mã cũng tra được việc tới đâu, không thấy nội dung.</p>
    <p>Đơn vị bật <code>feedback_photos</code> thì người dân trên Zalo, Messenger có thể đồng ý gửi kèm một ảnh hiện trường. Ảnh có giấy tờ, rõ mặt người: bấm <strong>Xóa ảnh</strong>. Xem, xóa ảnh đều ghi nhật ký.</p>
    <p>Tố cáo, khiếu nại không nhận qua tin nhắn: trợ lý chỉ nơi tiếp công dân. Phản ánh về thái độ phục vụ chỉ người duyệt nội dung đọc được.</p>
    ${picture("phan-anh", "Trang phản ánh với danh sách việc đang chờ")}`],
  ["thong-bao", "Thông báo khẩn", html`
    <p>Hiện trên đầu câu trả lời, có ngay, trong những ngày và đơn vị đã chọn. Ghi rõ nguồn. Hết việc thì gỡ. <strong>Bài đọc loa</strong> cho lời đọc trên loa phát thanh, và tệp âm thanh nếu máy chủ có bộ đọc tiếng Việt; trang của mỗi mục nội dung cũng có.</p>
    ${picture("thong-bao", "Trang thông báo khẩn với biểu mẫu thông báo mới")}`],
  ["tam-ngung", "Tạm ngừng", html`
    <p>Nghi một câu trả lời sai: tạm ngừng nội dung đó ngay, ghi lý do, sửa và công bố, rồi mở lại. Kênh gặp sự cố: tạm ngừng trợ lý trên kênh đó. Người dân được chỉ nơi hỏi trực tiếp.</p>
    ${picture("tam-ngung", "Trang tạm ngừng nội dung và kênh")}`],
  ["so-lieu", "Số liệu và báo cáo", html`
    <p>Chọn kỳ và một ngày trong kỳ. Tải báo cáo .xlsx để nộp, hoặc in trên giấy A4. Mỗi bảng tải riêng được dưới dạng CSV. Hạn báo cáo của đơn vị đặt ở <code>report_due_day</code> trong tệp đơn vị.</p>
    ${picture("so-lieu", "Trang số liệu phục vụ theo kỳ")}`],
  ["tai-khoan", "Tài khoản", html`
    <p>Quản trị mời người mới bằng một liên kết dùng một lần. Quên mật khẩu hay mất điện thoại: quản trị bấm <strong>Cấp lại</strong> và gửi liên kết mới. Mật khẩu ít nhất 14 ký tự; người duyệt và quản trị cần thêm mã 6 số trong ứng dụng xác thực.</p>
    ${picture("cua-toi", "Trang tài khoản của tôi")}`],
];

export const show = (place) => {
  render(html`
    <h1 class="h3">Hướng dẫn</h1>
    <nav aria-label="Mục lục" class="no-print"><ul>${chapters.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
    ${chapters.map(([id, name, body]) => html`<section id=${id} class="mb-4"><h2 class="h5">${name}</h2>${body}</section>`)}`, place);
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
};
