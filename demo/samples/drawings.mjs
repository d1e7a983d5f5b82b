/** What is drawn rather than painted: birds, trees and balloons over the landscapes, and the transparent logo. */
import { sequence } from "./noise.mjs";

const bird = (x, y, size) =>
  `<path d="M${x - size} ${y - size * 0.35} Q${x - size * 0.4} ${y - size * 0.6} ${x} ${y} Q${x + size * 0.4} ${y - size * 0.6} ${x + size} ${y - size * 0.35}" fill="none" stroke="#1d2238" stroke-width="${size / 7}" stroke-linecap="round" opacity=".8"/>`;

/** A pine as a stack of ragged tiers. */
function pine(x, foot, size, random) {
  const tiers = 9;
  let path = `M${x} ${foot - size}`;
  const side = (sign) =>
    Array.from({ length: tiers }, (_, index) => {
      const tier = sign > 0 ? index : tiers - 1 - index;
      const reach = size * 0.2 * ((tier + 1.2) / tiers) * (0.8 + random() * 0.4);
      const y = foot - size + (size * (tier + 1)) / tiers;
      const notch = `L${x + sign * reach * 0.45} ${y - size / tiers / 4}`;
      const tip = `L${x + sign * reach} ${y}`;
      return sign > 0 ? tip + notch : notch + tip;
    }).join("");
  path += side(1) + side(-1);
  return `<path d="${path}Z" fill="#0b1424"/>`;
}

/** Flock and trees for the lake. */
export function lakeOverlay(width, height) {
  const random = sequence(23);
  const trees = Array.from({ length: 34 }, (_, index) => {
    const left = index % 2 === 0;
    const t = (index / 34) ** 1.4;
    const x = left ? t * width * 0.36 - 60 : width * (1 - t * 0.22) + 40;
    return pine(x, height * 1.01, height * ((left ? 0.42 : 0.32) - t * 0.28) * (0.72 + random() * 0.5), random);
  });
  const birds = [
    [0.3, 0.2, 40],
    [0.335, 0.222, 34],
    [0.365, 0.205, 30],
    [0.285, 0.24, 28],
    [0.4, 0.236, 24],
  ];
  const flock = birds.map(([x, y, size]) => bird(x * width, y * height, size));
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${flock.join("")}${trees.join("")}</svg>`,
  );
}

function balloon(x, y, r, colours, id) {
  const panels = 7;
  const gores = Array.from({ length: panels }, (_, index) => {
    const at = (t) => x + Math.sin(((t / panels) * 2 - 1) * (Math.PI / 2)) * r;
    const [from, to] = [at(index), at(index + 1)];
    const colour = colours[index % colours.length];
    return `<path d="M${x} ${y - r} C${from} ${y - r} ${from} ${y + r * 0.45} ${x + (from - x) * 0.22} ${y + r * 1.22} L${x + (to - x) * 0.22} ${y + r * 1.22} C${to} ${y + r * 0.45} ${to} ${y - r} ${x} ${y - r}Z" fill="${colour}"/>`;
  });
  const outline = `M${x} ${y - r} C${x - r * 1.35} ${y - r} ${x - r * 1.2} ${y + r * 0.4} ${x - r * 0.22} ${y + r * 1.22} L${x + r * 0.22} ${y + r * 1.22} C${x + r * 1.2} ${y + r * 0.4} ${x + r * 1.35} ${y - r} ${x} ${y - r}Z`;
  return `<defs><clipPath id="c${id}"><path d="${outline}"/></clipPath></defs>
    <g clip-path="url(#c${id})"><g transform="translate(${x} 0) scale(1.34 1) translate(${-x} 0)">${gores.join("")}</g>
    <rect x="${x - 2 * r}" y="${y - r}" width="${4 * r}" height="${3 * r}" fill="url(#shade)"/></g>
    <path d="M${x - r * 0.2} ${y + r * 1.22}L${x - r * 0.12} ${y + r * 1.62}M${x + r * 0.2} ${y + r * 1.22}L${x + r * 0.12} ${y + r * 1.62}" stroke="#3a2a22" stroke-width="${r / 40}"/>
    <rect x="${x - r * 0.15}" y="${y + r * 1.6}" width="${r * 0.3}" height="${r * 0.22}" rx="${r * 0.04}" fill="#5d3c28"/>`;
}

/** Balloons for the valley. */
export function valleyOverlay(width, height) {
  const list = [
    [0.66, 0.2, 420, ["#d9432f", "#f4b13d", "#d9432f", "#f7e3b5"]],
    [0.24, 0.36, 220, ["#2d6a8e", "#f2e8d5"]],
    [0.85, 0.47, 120, ["#7b3f7d", "#f0a35e"]],
    [0.47, 0.52, 84, ["#c8553d", "#f5efe3"]],
    [0.12, 0.55, 56, ["#3f7d5c", "#f4d58d"]],
  ];
  const shade = `<defs><linearGradient id="shade"><stop offset=".18" stop-color="#fff3d6" stop-opacity=".42"/><stop offset=".5" stop-color="#000" stop-opacity="0"/><stop offset=".85" stop-color="#20102c" stop-opacity=".46"/></linearGradient></defs>`;
  const balloons = list.map(([x, y, r, colours], index) => balloon(x * width, y * height, r, colours, index));
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shade}${balloons.join("")}</svg>`,
  );
}

/** A mark with a soft shadow on nothing at all: half-transparent pixels everywhere. */
export function logo(width, height) {
  const [x, y] = [width / 2, height * 0.42];
  const blade = (turn, from, to) =>
    `<g transform="rotate(${turn} ${x} ${y})"><path d="M${x} ${y - 20} C${x - 190} ${y - 130} ${x - 150} ${y - 330} ${x} ${y - 380} C${x + 150} ${y - 330} ${x + 60} ${y - 150} ${x} ${y - 20}Z" fill="url(#g${turn})" opacity=".93"/>
    <linearGradient id="g${turn}" gradientTransform="rotate(70)"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></g>`;
  const palette = [
    ["#ff8a5c", "#f43f5e"],
    ["#fbbf24", "#f97316"],
    ["#34d399", "#0d9488"],
    ["#38bdf8", "#2563eb"],
    ["#a78bfa", "#7c3aed"],
    ["#f472b6", "#be185d"],
  ];
  const blades = palette.map(([from, to], index) => blade(index * 60, from, to)).join("");
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><filter id="soft" x="-40%" y="-40%" width="180%" height="200%"><feGaussianBlur stdDeviation="34"/></filter></defs>
    <g filter="url(#soft)" opacity=".34" transform="translate(0 60)"><circle cx="${x}" cy="${y}" r="330" fill="#1b1440"/></g>
    ${blades}<circle cx="${x}" cy="${y}" r="74" fill="#fff" opacity=".94"/><circle cx="${x}" cy="${y}" r="40" fill="#1e1b4b"/>
    <text x="${x}" y="${height * 0.9}" text-anchor="middle" font-family="DejaVu Sans, sans-serif" font-weight="bold" font-size="132" letter-spacing="6" fill="#1e1b4b">pinwheel</text></svg>`);
}
