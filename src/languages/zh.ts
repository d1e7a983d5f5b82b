/** Simplified Chinese: `messages={chinese}`. */
import type { DropzoneMessages, Excess } from "../react/text/messages.js";
import type { ImageError, ImageErrorCode } from "../shared/errors.js";
import type { UrlUnknownReason } from "../url/types.js";
import {
  createLocale,
  type Forms,
  MOST_REASONS_SPOKEN,
  MOST_ROOM_SHOWN,
  otherThanWhite,
  savedShare,
} from "./locale.js";

const locale = /* @__PURE__ */ createLocale("zh");
const { bytes, count, names, number, percent, quality, size } = locale;

const IMAGES: Forms = { other: "# 张图片" };
const TOKENS: Forms = { other: "# 个 token" };
const FILES: Forms = { other: "# 个文件" };
/** What can be removed where there are PDF files: these alone, or files of both kinds. */
const COUNTED = { documents: { other: "# 个文档" }, files: FILES } as const;

const excessText = (excess: Excess) => locale.excess(excess, IMAGES, TOKENS);
const picture = (figures: Parameters<DropzoneMessages["picture"]>[0]) => locale.picture(figures, "，");
const format = (mediaType: string | number | undefined) => locale.formats(mediaType) ?? "此格式";
/** Letters stand apart from characters. */
const spaced = (mediaType: string | number | undefined) =>
  locale.formats(mediaType) ? ` ${format(mediaType)}` : "此格式";
const ground = (background: string) => otherThanWhite(background) ?? "白色";
const most = (limit: string) => `上限为 ${limit}。`;
const said = (all: readonly string[], verb: string, end = "。", several: Forms = IMAGES) =>
  names(all, `${verb} #${end}`, { other: `${verb} ${several.other}${end}` });

const ERRORS: Readonly<Record<ImageErrorCode, (error: ImageError) => string>> = {
  "file-empty": () => "文件是空的。",
  "file-unreadable": () => "无法读取文件：已被移动、更改或删除。请重新选择。",
  "file-too-large": ({ actual, limit }) => `文件太大：${bytes(actual)}，${most(bytes(limit))}`,
  "file-invalid-type": ({ actual, limit }) =>
    `这里不支持${spaced(actual)}。${locale.formats(limit) ? `支持：${format(limit)}。` : ""}`,
  "too-many-files": ({ limit }) => `数量太多，${most(number(limit))}`,
  "not-an-image": () => "不是图片，或文件已损坏。",
  "image-truncated": () => "图片不完整。请重新下载或复制。",
  "image-animated": () => "这里不接受动画。请发送静态图片。",
  "image-too-many-pixels": ({ actual, limit }) =>
    `图片太大：${locale.millions(actual)} 百万像素，${most(`${locale.millions(limit)} 百万像素`)}`,
  "image-edge-too-short": ({ actual, limit }) =>
    `图片太小：短边 ${number(actual)} 像素，至少需要 ${number(limit)} 像素。`,
  "image-edge-too-long": ({ actual, limit }) =>
    `图片太大：长边 ${number(actual)} 像素，${most(`${number(limit)} 像素`)}`,
  "image-too-large": ({ actual, limit }) => `图片太大：发送时为 ${bytes(actual)}，${most(bytes(limit))}`,
  "image-format-unsupported": ({ actual }) => `这里打不开${spaced(actual)}。请另存为 JPEG 或 PNG。`,
  "image-undecodable": () => "图片已损坏，无法打开。",
  "password-needed": () => "文件受密码保护。请输入密码。",
  "password-wrong": () => "密码错误，请重试。",
  "image-unencodable": () => "无法保存缩小后的图片。",
  "decode-timeout": ({ limit }) => `打开时间超过 ${locale.seconds(limit)} 秒。请换一张小一些的图片。`,
  "compress-failed": () => "应用无法缩小这张图片。",
  "upload-failed": () => "上传失败。",
  "document-unsupported": () => "此 API 不支持 PDF。请将页面另存为图片。",
  "document-protected": () => "此 PDF 受密码保护。请另存为无密码的文件后重新添加。",
  "document-too-large": ({ actual, limit }) => `PDF 太大：${bytes(actual)}，${most(bytes(limit))}`,
  "document-too-long": ({ actual, limit }) => `PDF 太长：${number(actual)} 页，${most(`${number(limit)} 页`)}`,
  "document-too-many": ({ limit }) => `PDF 太多，${most(number(limit))}`,
  "request-too-large": ({ actual, limit }) => `消息太大：${bytes(actual)}，${most(bytes(limit))}`,
  "request-too-many-tokens": ({ actual, limit }) => `消息太长：${number(actual)} 个 token，${most(number(limit))}`,
  "url-invalid": () => "网址不完整，应类似 https://example.com/photo.jpg 。",
  "url-scheme": () => "链接必须以 https: 开头。",
  "url-credentials": () => "链接中含有用户名或密码，请删除。",
  "url-private-host": () => "这个地址只能在你的网络中访问。",
  "url-not-found": ({ actual }) => `链接处没有内容（HTTP ${actual ?? 404}）。`,
  "url-media-type": ({ actual }) => `链接指向的内容不受支持${locale.formats(actual) ? `：${format(actual)}` : ""}。`,
  "url-too-large": ({ actual, limit }) => `文件太大：${bytes(actual)}，${most(bytes(limit))}`,
  "url-unsupported": () => "这里不支持图片链接。请直接添加图片。",
  "url-unreadable": () => "无法下载图片。请保存后添加文件。",
};

const UNKNOWN: Readonly<Record<UrlUnknownReason, string>> = {
  "cross-origin": "大小未知",
  unreachable: "无法连接服务器",
  timeout: "服务器无响应",
  method: "大小未知",
  status: "未检查",
  length: "大小未知",
  "media-type": "格式未知",
};

const STEPS = { prepare: "正在处理", check: "正在检查", fetch: "正在下载" } as const;

const SIZES = {
  default: ["标准", "与其他图片相同"],
  auto: ["自动", "按内容选择照片或文字"],
  photo: ["照片", "较小，适合不需要阅读的图片"],
  text: ["文字", "较大，让小字清晰可读"],
  original: ["原图", "保持原来的大小"],
  thumbnail: ["缩略图", "能认出内容即可"],
} as const;

const PASTE_REJECTIONS = {
  address: "只复制了图片的链接。请保存图片后添加文件。",
  several: "只复制了图片的链接。请一次复制一张图片。",
  unreadable: "无法读取复制的图片。请保存后添加文件。",
} as const;

/** All words in Simplified Chinese. */
export const chinese: Required<DropzoneMessages> = {
  areaTitle: "拖放、粘贴或选择图片",
  areaTitleCompact: "添加图片",
  areaTitleDragging: "松开即可添加",
  areaHint: "发送前在你的设备上缩小",
  inputLabel: "选择图片",
  listLabel: "图片",
  listMissing: "应用的一部分未能加载。请刷新页面查看图片。",
  waiting: "等待中",
  preparing: "处理中",
  loadingDecoder: (mediaType, total) =>
    `正在加载 ${format(mediaType)} 解码器${total === undefined ? "" : `，${bytes(total)}`}`,
  checking: "正在检查链接",
  fetching: "下载中",
  progressLabel: (name, step) => `${STEPS[step]} ${name}`,
  picture,
  prepared: (source, sent) => `${picture(source)} → ${picture(sent)}`,
  linked: (check) =>
    `以链接发送 · ${check.status === "ok" ? `${format(check.mediaType)}，${bytes(check.bytes)}` : UNKNOWN[check.reason]}`,
  uploading: (share) => (share === undefined ? "上传中" : `上传中 ${percent(share)}`),
  uploadLabel: (name) => `正在上传 ${name}`,
  uploaded: "已上传",
  uploadFailed: () => "上传失败，将随消息发送",
  remove: (name) => `移除 ${name}`,
  retry: (name) => `重试 ${name}`,
  retryUpload: (name) => `重新上传 ${name}`,
  retryShort: "重试",
  rejected: (rejected) => count(rejected, { other: "# 个文件未添加" }),
  dismissAll: "全部关闭",
  moveEarlier: (name) => `前移 ${name}`,
  moveLater: (name) => `后移 ${name}`,
  error: (error) => ERRORS[error.code](error),
  meterLabel: "消息大小",
  meterSize: (used, cap) => locale.usage(used, cap, (has, limit) => `${has} / ${limit}`),
  meterEstimate: (text) => `约 ${text}`,
  meterRoom: (room, imageCount) => {
    if (room > MOST_ROOM_SHOWN) return "";
    if (room === 0 && imageCount === 0) return "对话已占满上限";
    return room === 0 ? "放不下更多照片" : `还能放 ${room === 1 ? "" : "约 "}${number(room)} 张照片`;
  },
  meterOver: (excess, imageCount) => {
    const over = `超出 ${locale.limit(excess)} 的上限 ${excessText(excess)}`;
    return imageCount > 0 ? over : `仅文字就${over}`;
  },
  meterTokensOf: (tokens, limit) => `${number(tokens)} / ${number(limit)} 个 token`,
  meterTokens: (tokens, _model, soFar, uncounted) =>
    `${soFar ? "目前 " : ""}≈ ${locale.rounded(tokens)} 个 token${uncounted === 0 ? "" : `，不含 ${number(uncounted)} 张链接图片`}`,
  meterDetails: "详情",
  meterBytes: (used, cap, owner, covers) => {
    const limit = owner === "app" ? "，此应用的上限" : "";
    const text =
      Number.isFinite(cap) && cap > 0
        ? `${number(used)} / ${number(cap)} 字节${limit}`
        : `${number(used)} 字节，无已知上限`;
    return covers === "images" ? `${text}，仅图片` : text;
  },
  meterActions: "缩小消息",
  shrinkToFit: "缩小以符合上限",
  shrinkToFitBy: (imageCount, saved) => `缩小以符合上限（${count(imageCount, IMAGES)}，约减少 ${bytes(saved)}）`,
  shrinking: "正在缩小…",
  shrunk: (imageCount) => `已缩小 ${count(imageCount, IMAGES)}`,
  cannotShrink: (missing, unreadable) => {
    const lost = unreadable === 0 ? "" : `。${count(unreadable, IMAGES)}的文件已无法读取，重新添加后才能缩小`;
    return missing > 0 ? `缩到最小仍超出 ${bytes(missing)}${lost}` : `缩到最小仍然太大${lost}`;
  },
  removeLast: (imageCount) => `移除最后 ${count(imageCount, IMAGES)}`,
  partConversation: (part) => `之前的消息 ${bytes(part)}`,
  partImages: (part) => `图片 ${bytes(part)}`,
  partPending: (part) => `处理中：约 ${bytes(part)}`,
  advice: (advice) => {
    switch (advice.code) {
      case "fewer-images":
        return `最多 ${count(advice.maxImages, IMAGES)}：请移除 ${count(advice.images, IMAGES)}。`;
      case "remove":
        if (advice.images === 0) return "请缩短消息或对话后再发送。";
        return `移除 ${count(advice.images, advice.counted ? COUNTED[advice.counted] : IMAGES)}${advice.isEnough ? "" : "并缩短对话"}后即可发送。`;
      case "shrink":
        return advice.unit === "tokens" ? "或者缩小图片：像素越少，消耗的 token 越少。" : "或者缩小图片。";
      case "files-api":
        return advice.uploading > 0
          ? `正在上传 ${count(advice.uploading, IMAGES)}，完成后消息会变小。`
          : "开发者：通过 Files API 上传一次图片，然后发送其 ID 而不是内容。";
      case "retry-upload":
        return `${count(advice.images, IMAGES)}上传失败，请重试。`;
      case "batch-api":
        return `开发者：${advice.label} 每个请求最多 ${locale.cap(advice.maxRequestBytes)}，价格为原价的 ${percent(advice.priceRatio * 100)}。`;
      case "resampled":
        return `开发者：${advice.model} 会把 ${size(advice.from)} 再缩小为 ${size(advice.to)}；使用 box: "endpoint"（${size(advice.box)}）可避免。`;
    }
  },
  announceAdded: (all) => said(all, "已添加"),
  announceRemoved: (all) => said(all, "已移除"),
  announceSent: (all) => said(all, "已发送"),
  announceProgress: (done, total) => `已完成 ${number(done)} / ${number(total)}。`,
  announceReady: (all) => said(all, "已处理好"),
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `${count(rejected.length, FILES)}未添加。第一个 ${first.name}：${first.reason}`;
    return rejected.map(({ name, reason }) => `${name} 未添加：${reason}`).join("");
  },
  announceUploaded: (all) => said(all, "已上传"),
  announceUploadFailed: (all) => said(all, "无法上传", "，将随消息发送。"),
  announceOver: (excess, imageCount) =>
    `超出上限 ${excessText(excess)}：请${imageCount === 0 ? "缩短消息" : `移除 ${count(imageCount, IMAGES)}`}。`,
  announceFits: "现在可以发送了。",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],
  openPreview: (name) => `查看 ${name}`,
  dropHere: "拖放到这里",
  dropCount: (imageCount) => `松开即可添加 ${count(imageCount, IMAGES)}`,
  imagesOnly: "仅限图片",
  dismiss: (name) => `关闭 ${name}`,
  removeAll: "移除所有图片",
  smallText: (source, sent) => `缩小到 ${percent(Math.round((sent.width / source.width) * 100))} 后，小字可能看不清`,
  keepLarger: (name) => `让 ${name} 保持较大`,
  split: (name) => `把 ${name} 切成看得清的几段`,
  removedNotice: (all) => said(all, "已移除"),
  undo: "撤销",
  announceRemovedWithUndo: (all) => said(all, "已移除", "，可以撤销。"),
  announceRestored: (all) => said(all, "已恢复"),
  announceDismissed: (all) => said(all, "已关闭", "。", FILES),
  announceMoved: (position, total) => `已移到第 ${number(position)} 位，共 ${number(total)} 位。`,

  previewClose: "关闭",
  previewPrevious: "上一张",
  previewNext: "下一张",
  previewPosition: (index, total) => `${number(index)} / ${number(total)}`,
  previewChanges: "做了哪些更改",
  change: (change) => {
    switch (change.code) {
      case "resized":
        return `从 ${size(change.from)} 缩小为 ${size(change.to)}，以${change.because === "box" ? `放入 ${size(change.box)}` : "不超过大小上限"}。`;
      case "reencoded":
        return `${change.from === change.to ? "保存为" : `从 ${format(change.from)} 转换为`} ${format(change.to)}${change.quality === undefined ? "" : `，质量 ${quality(change.quality)}`}${change.insteadOf ? `，比 ${format(change.insteadOf.mediaType)}（${bytes(change.insteadOf.bytes)}）更小` : ""}；已删除位置和其他元数据。`;
      case "rotated":
        return `已转正：不是所有模型都读取 EXIF 方向（${number(change.orientation)}）。`;
      case "flattened":
        return `透明区域已填充为${ground(change.background)}。`;
      case "padded":
        return `用${ground(change.background)}边框从 ${size(change.from)} 扩大到 ${size(change.to)}：此 API 要求每边至少 ${number(change.minEdgePx)} 像素。`;
      case "first-frame":
        return change.frame > 1
          ? `动画开头只有一种颜色；发送第 ${number(change.frame)} 帧，它是第一个有内容的画面。`
          : "文件包含多张图片或动画；发送第一张。";
      case "kept-animation":
        return `原样发送整个动画：${format(change.mediaType)}，${size(change)}，${bytes(change.bytes)}。`;
      case "contact-sheet":
        return `动画共 ${number(change.frameCount)} 帧，其中 ${number(change.timesMs.length)} 帧拼在一张图上，每帧标有时间。`;
      case "animation-unavailable":
        return "这里无法发送整个动画，只发送其中一帧。";
      case "one-colour":
        return "图片只有一种颜色，看不到其他内容。";
      case "truncated":
        return `这个 ${format(change.mediaType)} 文件不完整。发送能读取的部分，其余为空白。`;
      case "metadata-stripped":
        return `已删除（像素未变）：${locale.removed(change.removed, "EXIF（含 GPS 位置）", "其他数据")}。`;
      case "kept-original":
        if (change.because === "fits") return `原样发送：${size(change)} 已足够小，重新保存会降低质量。`;
        return change.because === "smaller"
          ? `原样发送：原图 ${bytes(change.bytes)}，重新保存后为 ${bytes(change.encodedBytes)}。`
          : `此浏览器无法保存缩小后的图片。发送原图：${format(change.mediaType)}，${size(change)}，${bytes(change.bytes)}。`;
      case "quality-lowered":
        return `质量从 ${quality(change.from)} 降到 ${quality(change.to)}，以不超过大小上限。`;
      case "decoded-by-plugin":
        return `${format(change.mediaType)} 由应用的解码器打开。`;
      case "page":
        return `发送文件的第 ${number(change.page)} 页。`;
      case "piece":
        return `长图的第 ${number(change.piece)} 段，共 ${number(change.of)} 段，第 ${number(change.rows.from)} 至 ${number(change.rows.to)} 行：整张发送时文字会太小。`;
      case "compressed-by-app":
        return `由应用保存为 ${format(change.to)}。${change.isRotatedHere ? "之后转正并重新保存。" : ""}`;
      case "from-prepared":
        return "由之前处理好的图片生成：原文件已无法读取。";
    }
  },
  previewKeepLarger: "保持较大",
  previewKeepSmaller: "使用标准大小",
  previewRemove: "移除",
  compareOriginal: "原图",
  compareSent: "将发送",
  compareOriginalAlt: (name) => `${name}，原图`,
  compareSentAlt: (name) => `${name}，发送的图片`,
  compareSlider: "显示多少原图",
  compareShare: (share) => `原图 ${percent(share)}`,
  comparePan: "图片以实际大小显示，可用方向键移动。",
  compareActualSize: "实际大小",
  compareSaving: "大小",
  compareSaved: (originalBytes, sentBytes) => {
    const saved = savedShare(originalBytes, sentBytes);
    return saved ? `${saved.isSmaller ? "小" : "大"}了 ${percent(saved.percent)}` : "没有变化";
  },
  originalUnshown: (name) => `此浏览器无法显示原图（${name}）。`,
  originalGone: "原文件已被移动或删除。",

  partName: (name, { first, last, of, arePieces }) => {
    const unit = arePieces ? "段" : "页";
    const which = first === last ? number(first) : `${number(first)}–${number(last)}`;
    return `${name}（第 ${which} ${unit}，共 ${number(of)} ${unit}）`;
  },
  itemLabel: (name, state) => `${name}，${state}`,
  itemMenu: (name) => `${name} 的选项`,
  itemMenuShort: "选项",
  menuSizes: "大小",
  menuSize: (choice) => SIZES[choice][0],
  menuSizeHint: (choice) => SIZES[choice][1],
  menuPin: "固定",
  menuPinHint: "最后才缩小这张图片",
  choosePages: "选择页面",
  choosePagesHint: "发送此文件的其他页面",
  formRequired: "请添加一张图片。",
  formWorking: "图片尚未准备好。请稍后再试。",
  formOver: "图片太大，无法发送。请移除一些或缩小图片。",
  pinned: "已固定",
  announcePinned: (name) => `已固定 ${name}，它会最后才被缩小。`,
  announceUnpinned: (name) => `已取消固定 ${name}。`,
  tileKeys: (moveKey) => `Enter：打开 · Shift+F10：选项 · ${moveKey ? `${moveKey} + 方向键：移动 · ` : ""}Delete：移除`,

  passwordLabel: (name) => `${name} 的密码`,
  passwordOpen: "打开",
  pagesTitle: (name) => `选择 ${name} 的页面`,
  pagesField: "页码",
  pagesHint: (pages) => (pages > 6 ? "例如 1-3, 7" : "例如 1, 3"),
  pagesUnknown: (pages) => `请输入 1 到 ${number(pages)} 的页码，例如 1-${number(Math.min(3, pages))}。`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner === undefined ? "这条消息" : `${owner} `}最多 ${count(maxImages, IMAGES)}；还能放 ${number(places)} 页。`,
  page: (page) => `第 ${number(page)} 页`,
  pagesChosen: (chosen, pages) => `已选 ${number(chosen)} 页，共 ${number(pages)} 页`,
  pagesTooMany: (surplus) => `多了 ${number(surplus)} 页`,
  pagesAll: "全选",
  pagesFirst: (places) => `前 ${number(places)} 页`,
  pagesNone: "全不选",
  pagesUse: (pages) => `使用 ${number(pages)} 页`,
  pagesCancel: "取消",

  sentAsPdf: (pages, total) => `${pages === undefined ? "" : `${number(pages)} 页，`}${bytes(total)}，以 PDF 发送`,
  partDocuments: (part) => `PDF ${bytes(part)}`,
  meterDocumentsUncounted: (files) => `${number(files)} 个 PDF 的 token 数未知`,
};
