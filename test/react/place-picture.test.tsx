import { expect, test } from "vitest";
import { panBy, panTo, placePicture } from "../../src/react/preview/place-picture.js";

const box = { width: 400, height: 300 };
const middle = { x: 0.5, y: 0.5 };
const large = { width: 1200, height: 600 };

test("place: all of a large picture is seen, in the middle", () => {
  const rect = { left: 0, top: 50, width: 400, height: 200 };
  expect(placePicture(large, box, false, middle)).toEqual({ picture: rect, seen: rect });
});

test("place: a small picture is not enlarged", () => {
  const rect = { left: 190, top: 140, width: 20, height: 20 };
  for (const isActual of [false, true])
    expect(placePicture({ width: 20, height: 20 }, box, isActual, middle).seen).toEqual(rect);
});

test("place: at its actual size a part of it fills the box", () => {
  const { picture, seen } = placePicture(large, box, true, { x: 0.25, y: 1 });
  expect(picture).toEqual({ left: -200, top: -300, ...large });
  expect(seen).toEqual({ left: 0, top: 0, ...box });
  expect(placePicture({ width: 1200, height: 100 }, box, true, middle).seen).toEqual({
    left: 0,
    top: 100,
    width: 400,
    height: 100,
  });
});

test("place: it is moved pixel by pixel, and no further than it goes", () => {
  const placed = placePicture(large, box, true, middle);
  const moved = panBy(middle, placed, box, { x: 80, y: -30 });
  expect(placePicture(large, box, true, moved).picture).toMatchObject({ left: -480, top: -120 });
  expect(panBy(middle, placed, box, { x: 9_999, y: -9_999 })).toEqual({ x: 1, y: 0 });
  expect(panBy(middle, placePicture(large, box, false, middle), box, { x: 80, y: 80 })).toEqual(middle);
});

test("place: what was looked at lies in the middle, as far as it goes", () => {
  const at = (x: number, y: number) => placePicture(large, box, true, panTo({ x, y }, large, box)).picture;
  expect(at(0.5, 0.5)).toMatchObject({ left: -400, top: -150 });
  expect(at(0, 1)).toMatchObject({ left: expect.closeTo(0), top: -300 });
  expect(panTo({ x: 1, y: 1 }, { width: 10, height: 10 }, box)).toEqual(middle);
});
