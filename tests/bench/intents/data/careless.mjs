// Writes Vietnamese as hurried people do: without diacritics, with slips of the keyboard, in teencode.

// Numbers in [0, 1), the same after the same seed (mulberry32).
export const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const pick = (items, draw) => items[Math.floor(draw() * items.length)];

export const unmarked = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").normalize("NFC");

const tones = { "\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
const shapes = { "\u0302": (letter) => letter, "\u0306": () => "w", "\u031b": () => "w" };

// The keys of Telex that make the word, left standing: giấy -> giaasy, or giấy -> giâys with the tone alone.
const telex = (word, draw) => {
  const whole = draw() < 0.5;
  let keys = "";
  let tone = "";
  for (const letter of word.normalize("NFD").replaceAll("đ", whole ? "dd" : "đ")) {
    if (tones[letter]) tone = tones[letter];
    else if (whole && shapes[letter]) keys += shapes[letter](keys.at(-1));
    else keys += letter;
  }
  return (keys + tone).normalize("NFC");
};

const rowsOfKeys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const neighbours = (letter) => {
  const row = rowsOfKeys.findIndex((keys) => keys.includes(letter));
  if (row < 0) return "";
  const at = rowsOfKeys[row].indexOf(letter);
  const beside = [rowsOfKeys[row][at - 1], rowsOfKeys[row][at + 1]];
  const across = [rowsOfKeys[row - 1]?.[at], rowsOfKeys[row - 1]?.[at + 1], rowsOfKeys[row + 1]?.[at]];
  return [...beside, ...across].filter(Boolean).join("");
};

const wrongKey = (word, draw) => {
  const letters = [...word];
  const places = letters.flatMap((letter, at) => (neighbours(letter) ? [at] : []));
  if (places.length === 0) return word;
  const at = pick(places, draw);
  letters[at] = pick([...neighbours(letters[at])], draw);
  return letters.join("");
};

// One slip for every twelve characters, at least one.
export const mistyped = (text, draw) => {
  const words = text.split(" ");
  const slips = Math.max(1, Math.round([...text].length / 12));
  for (let slip = 0; slip < slips; slip += 1) {
    const at = Math.floor(draw() * words.length);
    const marked = unmarked(words[at]) !== words[at];
    words[at] = marked && draw() < 0.5 ? telex(words[at], draw) : wrongKey(words[at], draw);
  }
  return words.join(" ");
};

const short = {
  "bao nhiêu": ["bn", "bnhiu"], "như thế nào": ["ntn"], "thế nào": ["tn"], "bây giờ": ["bh"], "hôm nay": ["hnay"],
  "điện thoại": ["đt"], "tin nhắn": ["tnhan"], "mọi người": ["mn"], "một cái": ["1 cái"],
  không: ["ko", "k", "hk"], được: ["dc", "đc"], gì: ["j"], với: ["vs"], làm: ["lm"], vậy: ["z", "v"], cũng: ["cx"],
  rồi: ["r"], em: ["e"], anh: ["a"], chị: ["c"], mình: ["mik", "mk"], tôi: ["t"], bạn: ["b"], người: ["ng"],
  biết: ["bít", "bt"], thích: ["thik"], trước: ["trc"], nhiều: ["nhìu"], sao: ["s"], nữa: ["nx"], yêu: ["iu"],
  giờ: ["h"], quá: ["wá"], muốn: ["mún"], nói: ["ns"], những: ["nhg"], trong: ["trg"], phải: ["fải"], viết: ["vik"],
  chồng: ["ck"], vợ: ["vk"], tháng: ["thág"], đang: ["đag"], một: ["1"], hai: ["2"],
};
const longestShort = 3;

// The usual abbreviations, each four times of five, and no marks on about half of the words.
export const teencoded = (text, draw) => {
  const words = text.split(" ");
  const written = [];
  for (let at = 0; at < words.length;) {
    let length = longestShort;
    while (length > 0 && !Object.hasOwn(short, words.slice(at, at + length).join(" "))) length -= 1;
    if (length > 0 && draw() < 0.8) {
      written.push(pick(short[words.slice(at, at + length).join(" ")], draw));
      at += length;
    } else {
      written.push(draw() < 0.5 ? unmarked(words[at]) : words[at]);
      at += 1;
    }
  }
  return written.join(" ");
};
