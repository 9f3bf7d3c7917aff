// What became of the codes that 1022 gave out, as tables: in all, by operator, by procedure, by unit.

const columns = [
  ["referred", "Đã gửi mã"],
  ["opened", "Đã mở"],
  ["asked_on", "Hỏi tiếp"],
  ["helped", "Giúp được"],
  ["not_helped", "Chưa giúp được"],
  ["saved", "Đỡ phải gọi, đi lại"],
  ["not_saved", "Vẫn phải gọi, đi"],
  ["called_again", "Gọi lại"],
];

const tableBy = (key, name, head, rows) => {
  const sums = new Map();
  for (const row of rows) {
    const sum = sums.get(row[key]) ?? columns.map(() => 0);
    sums.set(row[key], sum.map((count, at) => count + row[columns[at][0]]));
  }
  return { name, heads: [head, ...columns.map(([, words]) => words)], rows: [...sums].map(([what, counts]) => [what, ...counts]) };
};

export const referralTables = (rows) => [
  tableBy("all", "1022 gửi mã", "", rows.map((row) => ({ ...row, all: "Tất cả" }))),
  tableBy("by", "1022 theo người trực", "Người trực", rows),
  tableBy("title", "1022 theo thủ tục", "Thủ tục", rows),
  tableBy("unit", "1022 theo đơn vị", "Đơn vị", rows),
];
