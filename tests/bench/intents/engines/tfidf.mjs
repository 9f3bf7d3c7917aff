// Letter n-grams within words, weighed by tf-idf and brought to length 1, as scikit-learn's "char_wb" does it.

const [shortest, longest] = [2, 5];

const grams = (text) => {
  const found = [];
  for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const padded = ` ${word} `;
    for (let size = shortest; size <= longest && size <= padded.length; size += 1) {
      for (let at = 0; at + size <= padded.length; at += 1) found.push(padded.slice(at, at + size));
    }
  }
  return found;
};

// Learns the n-grams of the texts, and returns text -> Map of feature number to weight.
export function vectoriser(texts) {
  const numbers = new Map();
  const documents = [];
  for (const text of texts) {
    for (const gram of new Set(grams(text))) {
      if (!numbers.has(gram)) {
        numbers.set(gram, numbers.size);
        documents.push(0);
      }
      documents[numbers.get(gram)] += 1;
    }
  }
  const rarity = documents.map((count) => Math.log((1 + texts.length) / (1 + count)) + 1);

  return (text) => {
    const weights = new Map();
    for (const gram of grams(text)) {
      const number = numbers.get(gram);
      if (number !== undefined) weights.set(number, (weights.get(number) ?? 0) + 1);
    }
    let squares = 0;
    for (const [number, count] of weights) {
      const weight = (1 + Math.log(count)) * rarity[number];
      weights.set(number, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (const [number, weight] of weights) weights.set(number, weight / length);
    return weights;
  };
}
