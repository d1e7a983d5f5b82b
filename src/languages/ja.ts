/** Japanese: `messages={japanese}`. */
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

const locale = /* @__PURE__ */ createLocale("ja");
const { bytes, count, names, number, percent, quality, size } = locale;

const IMAGES: Forms = { other: "画像#枚" };
const FILES: Forms = { other: "ファイル#件" };

/** How many, when the sentence says what is counted. */
const PIECES: Forms = { other: "#枚" };
const TOKENS: Forms = { other: "#トークン" };
/** What to remove: images, or where there are PDF files these alone, or files of both kinds. */
const REMOVED = {
  images: { other: "画像を#枚" },
  documents: { other: "文書を#件" },
  files: { other: "ファイルを#件" },
} as const;

const excessText = (excess: Excess) => locale.excess(excess, PIECES, TOKENS);
const limitText = ({ unit, limit }: Excess) =>
  unit === "bytes" ? locale.cap(limit) : count(limit, unit === "images" ? PIECES : TOKENS);
const picture = (figures: Parameters<DropzoneMessages["picture"]>[0]) => locale.picture(figures, "、");
const format = (mediaType: string | number | undefined) => locale.formats(mediaType) ?? "この形式";
const ground = (background: string) => otherThanWhite(background) ?? "白";
const most = (limit: string) => `上限は${limit}です。`;
const said = (all: readonly string[], what: string, several: Forms = IMAGES) =>
  names(all, `「#」${what}`, { other: several.other + what });

const ERRORS: Readonly<Record<ImageErrorCode, (error: ImageError) => string>> = {
  "file-empty": () => "ファイルが空です。",
  "file-unreadable": () => "ファイルが移動、変更、または削除されたため、読み込めません。選択し直してください。",
  "file-too-large": ({ actual, limit }) => `ファイルが大きすぎます（${bytes(actual)}）。${most(bytes(limit))}`,
  "file-invalid-type": ({ actual, limit }) =>
    `${format(actual)}には対応していません。${locale.formats(limit) ? `対応形式：${format(limit)}。` : ""}`,
  "too-many-files": ({ limit }) => `数が多すぎます。${most(number(limit))}`,
  "not-an-image": () => "画像ではないか、ファイルが壊れています。",
  "image-truncated": () => "画像が途中で切れています。ダウンロードかコピーをやり直してください。",
  "image-animated": () => "ここではアニメーションを受け付けていません。静止画を送信してください。",
  "image-too-many-pixels": ({ actual, limit }) =>
    `画像が大きすぎます（${locale.millions(actual)}メガピクセル）。${most(`${locale.millions(limit)}メガピクセル`)}`,
  "image-edge-too-short": ({ actual, limit }) =>
    `画像が小さすぎます（短辺${number(actual)}ピクセル）。${number(limit)}ピクセル以上必要です。`,
  "image-edge-too-long": ({ actual, limit }) =>
    `画像が大きすぎます（長辺${number(actual)}ピクセル）。${most(`${number(limit)}ピクセル`)}`,
  "image-too-large": ({ actual, limit }) => `画像が大きすぎます（送信時${bytes(actual)}）。${most(bytes(limit))}`,
  "image-format-unsupported": ({ actual }) =>
    `ここでは${format(actual)}を開けません。JPEGかPNGで保存し直してください。`,
  "image-undecodable": () => "画像が壊れているため、開けません。",
  "password-needed": () => "ファイルが保護されています。パスワードを入力してください。",
  "password-wrong": () => "パスワードが違います。もう一度お試しください。",
  "image-unencodable": () => "縮小した画像を保存できませんでした。",
  "decode-timeout": ({ limit }) =>
    `${locale.seconds(limit)}秒以内に開けませんでした。もっと小さい画像をお試しください。`,
  "compress-failed": () => "アプリで画像を縮小できませんでした。",
  "upload-failed": () => "アップロードできませんでした。",
  "document-unsupported": () => "このAPIはPDFを受け付けません。ページを画像として保存してください。",
  "document-protected": () => "このPDFは保護されています。パスワードなしで保存し、もう一度追加してください。",
  "document-too-large": ({ actual, limit }) => `PDFが大きすぎます（${bytes(actual)}）。${most(bytes(limit))}`,
  "document-too-long": ({ actual, limit }) =>
    `PDFが長すぎます（${number(actual)}ページ）。${most(`${number(limit)}ページ`)}`,
  "document-too-many": ({ limit }) => `PDFが多すぎます。${most(`${number(limit)}件`)}`,
  "request-too-large": ({ actual, limit }) => `メッセージが大きすぎます（${bytes(actual)}）。${most(bytes(limit))}`,
  "request-too-many-tokens": ({ actual, limit }) =>
    `メッセージが長すぎます（${number(actual)}トークン）。${most(`${number(limit)}トークン`)}`,
  "url-invalid": () => "URLが正しくありません。https://example.com/photo.jpg のように入力してください。",
  "url-scheme": () => "リンクはhttps:で始まる必要があります。",
  "url-credentials": () => "リンクにユーザー名かパスワードが含まれています。取り除いてください。",
  "url-private-host": () => "このアドレスには、お使いのネットワーク内からしかアクセスできません。",
  "url-not-found": ({ actual }) => `リンク先が見つかりません（HTTP ${actual ?? 404}）。`,
  "url-media-type": ({ actual }) =>
    `リンク先の形式には対応していません${locale.formats(actual) ? `（${format(actual)}）` : ""}。`,
  "url-too-large": ({ actual, limit }) => `ファイルが大きすぎます（${bytes(actual)}）。${most(bytes(limit))}`,
  "url-unsupported": () => "画像のリンクには対応していません。画像を追加してください。",
  "url-unreadable": () => "画像をダウンロードできません。保存してからファイルを追加してください。",
};

const UNKNOWN: Readonly<Record<UrlUnknownReason, string>> = {
  "cross-origin": "サイズ不明",
  unreachable: "サーバーに接続できません",
  timeout: "サーバーの応答なし",
  method: "サイズ不明",
  status: "未確認",
  length: "サイズ不明",
  "media-type": "形式不明",
};

const STEPS = { prepare: "準備中", check: "確認中", fetch: "ダウンロード中" } as const;

const SIZES = {
  default: ["標準", "ほかの画像と同じ"],
  auto: ["自動", "内容に合わせて写真か文字を選択"],
  photo: ["写真", "小さめ、読む文字がない画像に"],
  text: ["文字", "大きめ、小さな文字も読めるように"],
  original: ["オリジナル", "元の大きさのまま"],
  thumbnail: ["サムネイル", "何の画像かわかる程度"],
} as const;

const PASTE_REJECTIONS = {
  address: "画像のリンクだけがコピーされました。画像を保存してからファイルを追加してください。",
  several: "画像のリンクだけがコピーされました。画像は1枚ずつコピーしてください。",
  unreadable: "コピーした画像を読み込めません。保存してからファイルを追加してください。",
} as const;

/** All words in Japanese. */
export const japanese: Required<DropzoneMessages> = {
  areaTitle: "画像をドロップ、貼り付け、または選択",
  areaTitleCompact: "画像を追加",
  areaTitleDragging: "ドロップして追加",
  areaHint: "送信前にお使いの端末で縮小されます",
  inputLabel: "画像を選択",
  listLabel: "画像",
  listMissing: "アプリの一部を読み込めませんでした。画像を表示するには、ページを再読み込みしてください。",
  waiting: "待機中",
  preparing: "準備中",
  loadingDecoder: (mediaType, total) =>
    `${format(mediaType)}のデコーダーを読み込み中${total === undefined ? "" : `（${bytes(total)}）`}`,
  checking: "リンクを確認中",
  fetching: "ダウンロード中",
  progressLabel: (name, step) => `「${name}」を${STEPS[step]}`,
  picture,
  prepared: (source, sent) => `${picture(source)} → ${picture(sent)}`,
  linked: (check) =>
    `リンクで送信 · ${check.status === "ok" ? `${format(check.mediaType)}、${bytes(check.bytes)}` : UNKNOWN[check.reason]}`,
  uploading: (share) => (share === undefined ? "アップロード中" : `アップロード中 ${percent(share)}`),
  uploadLabel: (name) => `「${name}」をアップロード中`,
  uploaded: "アップロード済み",
  uploadFailed: () => "アップロードに失敗したため、メッセージと一緒に送信されます",
  remove: (name) => `「${name}」を削除`,
  retry: (name) => `「${name}」を再試行`,
  retryUpload: (name) => `「${name}」を再アップロード`,
  retryShort: "再試行",
  rejected: (rejected) => `${count(rejected, FILES)}を追加できませんでした`,
  dismissAll: "すべて閉じる",
  moveEarlier: (name) => `「${name}」を前へ移動`,
  moveLater: (name) => `「${name}」を後ろへ移動`,
  error: (error) => ERRORS[error.code](error),
  meterLabel: "メッセージのサイズ",
  meterSize: (used, cap) => locale.usage(used, cap, (has, limit) => `${has} / ${limit}`),
  meterEstimate: (text) => `約${text}`,
  meterRoom: (room, imageCount) => {
    if (room > MOST_ROOM_SHOWN) return "";
    if (room === 0 && imageCount === 0) return "会話だけで上限に達しています";
    return room === 0
      ? "写真はこれ以上追加できません"
      : `写真をあと${room === 1 ? "" : "約"}${number(room)}枚追加できます`;
  },
  meterOver: (excess, imageCount) =>
    `${imageCount > 0 ? "" : "テキストだけで"}上限の${limitText(excess)}を${excessText(excess)}超えています`,
  meterTokensOf: (tokens, limit) => `${number(tokens)} / ${number(limit)}トークン`,
  meterTokens: (tokens, _model, soFar, uncounted) =>
    `${soFar ? "現時点で" : ""}約${locale.rounded(tokens)}トークン${uncounted === 0 ? "" : `（リンクの${count(uncounted, IMAGES)}を除く）`}`,
  meterDetails: "詳細",
  meterBytes: (used, cap, owner, covers) => {
    const limit = owner === "app" ? "、このアプリの上限" : "";
    const text =
      Number.isFinite(cap) && cap > 0
        ? `${number(used)} / ${number(cap)}バイト${limit}`
        : `${number(used)}バイト、公表された上限なし`;
    return covers === "images" ? `${text}、画像のみ` : text;
  },
  meterActions: "上限に収める",
  shrinkToFit: "縮小して収める",
  shrinkToFitBy: (imageCount, saved) => `縮小して収める（${count(imageCount, IMAGES)}、約${bytes(saved)}減）`,
  shrinking: "縮小中…",
  shrunk: (imageCount) => `${count(imageCount, IMAGES)}を縮小しました`,
  cannotShrink: (missing, unreadable) => {
    const lost =
      unreadable === 0
        ? ""
        : `。${count(unreadable, IMAGES)}のファイルを読み込めなくなりました。縮小するには追加し直してください`;
    return missing > 0 ? `最小サイズでも${bytes(missing)}超過します${lost}` : `最小サイズでも大きすぎます${lost}`;
  },
  removeLast: (imageCount) => (imageCount === 1 ? "最後の画像を削除" : `最後の${count(imageCount, IMAGES)}を削除`),
  partConversation: (part) => `これまでのメッセージ ${bytes(part)}`,
  partImages: (part) => `画像 ${bytes(part)}`,
  partPending: (part) => `準備中：約${bytes(part)}`,
  advice: (advice) => {
    switch (advice.code) {
      case "fewer-images":
        return `画像は${number(advice.maxImages)}枚までです。${number(advice.images)}枚削除してください。`;
      case "remove":
        if (advice.images === 0) return "送信するには、メッセージか会話を短くしてください。";
        return `送信するには、${count(advice.images, REMOVED[advice.counted ?? "images"])}削除${advice.isEnough ? "" : "し、会話を短く"}してください。`;
      case "shrink":
        return advice.unit === "tokens"
          ? "または、画像を縮小してください。ピクセルが減ると、トークンも減ります。"
          : "または、画像を縮小してください。";
      case "files-api":
        return advice.uploading > 0
          ? `${count(advice.uploading, IMAGES)}をアップロード中です。完了するとメッセージが小さくなります。`
          : "開発者向け：Files APIで画像を一度アップロードし、データの代わりにIDを送信してください。";
      case "retry-upload":
        return `${count(advice.images, IMAGES)}をアップロードできませんでした。もう一度お試しください。`;
      case "batch-api":
        return `開発者向け：${advice.label}なら1リクエスト${locale.cap(advice.maxRequestBytes)}まで送信でき、料金は通常の${percent(advice.priceRatio * 100)}です。`;
      case "resampled":
        return `開発者向け：${advice.model}は${size(advice.from)}をさらに${size(advice.to)}に縮小します。box: "endpoint"（${size(advice.box)}）で防げます。`;
    }
  },
  announceAdded: (all) => said(all, "を追加しました。"),
  announceRemoved: (all) => said(all, "を削除しました。"),
  announceSent: (all) => said(all, "を送信しました。"),
  announceProgress: (done, total) => `${number(total)}枚中${number(done)}枚の準備ができました。`,
  announceReady: (all) => said(all, "の準備ができました。"),
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `${count(rejected.length, FILES)}を追加できませんでした。最初の「${first.name}」：${first.reason}`;
    return rejected.map(({ name, reason }) => `「${name}」を追加できませんでした：${reason}`).join("");
  },
  announceUploaded: (all) => said(all, "をアップロードしました。"),
  announceUploadFailed: (all) => said(all, "をアップロードできませんでした。メッセージと一緒に送信されます。"),
  announceOver: (excess, imageCount) =>
    `上限を${excessText(excess)}超えています。${imageCount === 0 ? "メッセージを短く" : `画像を${number(imageCount)}枚削除`}してください。`,
  announceFits: "上限に収まりました。",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],
  openPreview: (name) => `「${name}」を表示`,
  dropHere: "ここにドロップ",
  dropCount: (imageCount) => `ドロップして${count(imageCount, IMAGES)}を追加`,
  imagesOnly: "画像のみ",
  dismiss: (name) => `「${name}」の通知を閉じる`,
  removeAll: "すべての画像を削除",
  smallText: (source, sent) =>
    `${percent(Math.round((sent.width / source.width) * 100))}に縮小すると、小さな文字が読みにくくなることがあります`,
  keepLarger: (name) => `「${name}」を大きめのままにする`,
  split: (name) => `「${name}」を読みやすく分割`,
  removedNotice: (all) => said(all, "を削除しました。"),
  undo: "元に戻す",
  announceRemovedWithUndo: (all) => said(all, "を削除しました。元に戻せます。"),
  announceRestored: (all) => said(all, "を元に戻しました。"),
  announceDismissed: (all) => said(all, "の通知を閉じました。", FILES),
  announceMoved: (position, total) => `${number(total)}枚中${number(position)}番目に移動しました。`,

  previewClose: "閉じる",
  previewPrevious: "前の画像",
  previewNext: "次の画像",
  previewPosition: (index, total) => `${number(index)} / ${number(total)}`,
  previewChanges: "変更内容",
  change: (change) => {
    switch (change.code) {
      case "resized":
        return `${change.because === "box" ? `${size(change.box)}に収まるよう` : "サイズの上限に収まるよう"}、${size(change.from)}から${size(change.to)}に縮小しました。`;
      case "reencoded": {
        const level = change.quality === undefined ? "" : `（画質${quality(change.quality)}）`;
        const saved =
          change.from === change.to
            ? `${format(change.to)}${level}で保存しました。`
            : `${format(change.from)}から${format(change.to)}${level}に変換しました。`;
        const instead = change.insteadOf
          ? `${format(change.insteadOf.mediaType)}（${bytes(change.insteadOf.bytes)}）より小さくなります。`
          : "";
        return `${saved}${instead}位置情報などのメタデータは含まれません。`;
      }
      case "rotated":
        return `正しい向きに回転しました。EXIFの向き（${number(change.orientation)}）を読み取らないモデルもあるためです。`;
      case "flattened":
        return `透明な部分を${ground(change.background)}で塗りつぶしました。`;
      case "padded":
        return `${ground(change.background)}の余白を付けて${size(change.from)}から${size(change.to)}に広げました。このAPIでは各辺${number(change.minEdgePx)}ピクセル以上必要です。`;
      case "first-frame":
        return change.frame > 1
          ? `アニメーションの最初は単色のため、何かが写っている最初のフレーム（${number(change.frame)}番目）を送信します。`
          : "ファイルに複数の画像かアニメーションが含まれています。最初の1枚を送信します。";
      case "kept-animation":
        return `アニメーション全体をそのまま送信します：${format(change.mediaType)}、${size(change)}、${bytes(change.bytes)}。`;
      case "contact-sheet":
        return `アニメーションの${number(change.frameCount)}フレームのうち${number(change.timesMs.length)}フレームを、時間を添えて1枚にまとめました。`;
      case "animation-unavailable":
        return "ここではアニメーション全体を送信できないため、1フレームだけ送信します。";
      case "one-colour":
        return "画像は単色で、ほかには何も見えません。";
      case "truncated":
        return `この${format(change.mediaType)}は途中で切れています。読み込めた部分を送信し、残りは空白になります。`;
      case "metadata-stripped":
        return `ピクセルを変えずに削除しました：${locale.removed(change.removed, "EXIF（GPS位置情報を含む）", "その他のデータ")}。`;
      case "kept-original":
        if (change.because === "fits")
          return `そのまま送信します。${size(change)}は十分に小さく、保存し直すと画質が下がります。`;
        return change.because === "smaller"
          ? `そのまま送信します。元の画像は${bytes(change.bytes)}、保存し直すと${bytes(change.encodedBytes)}です。`
          : `このブラウザーでは縮小した画像を保存できません。元の画像を送信します：${format(change.mediaType)}、${size(change)}、${bytes(change.bytes)}。`;
      case "quality-lowered":
        return `サイズの上限に収まるよう、画質を${quality(change.from)}から${quality(change.to)}に下げました。`;
      case "decoded-by-plugin":
        return `${format(change.mediaType)}をアプリのデコーダーで開きました。`;
      case "page":
        return `ファイルの${number(change.page)}ページ目を送信します。`;
      case "piece":
        return `縦長の画像を分割した${number(change.of)}枚中${number(change.piece)}枚目（${number(change.rows.from)}～${number(change.rows.to)}行目）です。1枚のままでは文字が小さくなりすぎます。`;
      case "compressed-by-app":
        return `アプリが${format(change.to)}で保存しました。${change.isRotatedHere ? "その後、正しい向きに回転して保存し直しました。" : ""}`;
      case "from-prepared":
        return "元のファイルを読み込めなくなったため、準備済みの画像から作成しました。";
    }
  },
  previewKeepLarger: "大きめのままにする",
  previewKeepSmaller: "標準サイズにする",
  previewRemove: "削除",
  compareOriginal: "元の画像",
  compareSent: "送信する画像",
  compareOriginalAlt: (name) => `${name}（元の画像）`,
  compareSentAlt: (name) => `${name}（送信する画像）`,
  compareSlider: "元の画像の表示範囲",
  compareShare: (share) => `元の画像 ${percent(share)}`,
  comparePan: "実際のサイズの画像。矢印キーで移動できます。",
  compareActualSize: "実際のサイズ",
  compareSaving: "サイズ",
  compareSaved: (originalBytes, sentBytes) => {
    const saved = savedShare(originalBytes, sentBytes);
    return saved ? `${percent(saved.percent)}${saved.isSmaller ? "減" : "増"}` : "変化なし";
  },
  originalUnshown: (name) => `このブラウザーでは元の画像（${name}）を表示できません。`,
  originalGone: "元のファイルが移動または削除されました。",

  partName: (name, { first, last, of, arePieces }) => {
    const unit = arePieces ? "枚" : "ページ";
    const which = first === last ? number(first) : `${number(first)}～${number(last)}`;
    return `${name}（${number(of)}${unit}中${which}${unit}目）`;
  },
  itemLabel: (name, state) => `「${name}」、${state}`,
  itemMenu: (name) => `「${name}」のオプション`,
  itemMenuShort: "オプション",
  menuSizes: "サイズ",
  menuSize: (choice) => SIZES[choice][0],
  menuSizeHint: (choice) => SIZES[choice][1],
  menuPin: "固定",
  menuPinHint: "この画像は最後に縮小",
  choosePages: "ページを選択",
  choosePagesHint: "このファイルの別のページを送信",
  formRequired: "画像を追加してください。",
  formWorking: "画像の準備がまだできていません。少し待ってからもう一度お試しください。",
  formOver: "画像が大きすぎて送信できません。いくつか削除するか、小さくしてください。",
  pinned: "固定済み",
  announcePinned: (name) => `「${name}」を固定しました。この画像は最後に縮小されます。`,
  announceUnpinned: (name) => `「${name}」の固定を解除しました。`,
  tileKeys: (moveKey) =>
    `Enter：開く · Shift+F10：オプション · ${moveKey ? `${moveKey} + 矢印キー：移動 · ` : ""}Delete：削除`,

  passwordLabel: (name) => `「${name}」のパスワード`,
  passwordOpen: "開く",
  pagesTitle: (name) => `「${name}」のページを選択`,
  pagesField: "ページ",
  pagesHint: (pages) => (pages > 6 ? "例：1-3, 7" : "例：1, 3"),
  pagesUnknown: (pages) =>
    `1から${number(pages)}までのページ番号を入力してください（例：1-${number(Math.min(3, pages))}）。`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner ?? "このメッセージ"}の上限は${count(maxImages, IMAGES)}です。あと${number(places)}ページ追加できます。`,
  page: (page) => `${number(page)}ページ目`,
  pagesChosen: (chosen, pages) => `${number(pages)}ページ中${number(chosen)}ページを選択中`,
  pagesTooMany: (surplus) => `${number(surplus)}ページ超過`,
  pagesAll: "すべて",
  pagesFirst: (places) => `最初の${number(places)}ページ`,
  pagesNone: "選択解除",
  pagesUse: (pages) => `${number(pages)}ページを使用`,
  pagesCancel: "キャンセル",

  sentAsPdf: (pages, total) => `${pages === undefined ? "" : `${number(pages)}ページ、`}${bytes(total)}、PDFのまま送信`,
  partDocuments: (part) => `PDF ${bytes(part)}`,
  meterDocumentsUncounted: (files) => `PDF${number(files)}件のトークン数は不明`,
};
