// Careless writing is careless in the ways it says, and the same every time.

import assert from "node:assert/strict";
import { test } from "node:test";

import { mistyped, random, teencoded, unmarked } from "./careless.mjs";

test("no mark is left, not even of đ", () => {
  assert.equal(unmarked("Đặt báo thức lúc sáu giờ"), "Dat bao thuc luc sau gio");
});

test("the same seed slips in the same places", () => {
  const text = "đặt báo thức lúc sáu giờ sáng mai";
  assert.equal(mistyped(text, random(7)), mistyped(text, random(7)));
  assert.notEqual(mistyped(text, random(7)), text);
});

test("teencode shortens the usual words", () => {
  const always = () => 0.5;
  assert.equal(teencoded("bao nhiêu người không", always), "bnhiu ng k");
});
