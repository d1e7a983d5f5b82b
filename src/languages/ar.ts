/** Arabic: `messages={arabic}`. */
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

const locale = /* @__PURE__ */ createLocale("ar");
const { bytes, count, names, number, percent, quality } = locale;

/** All six plural forms of Arabic. */
type SixForms = Record<Intl.LDMLPluralRule, string>;

const IMAGES: SixForms = {
  zero: "# صورة",
  one: "صورة واحدة",
  two: "صورتين",
  few: "# صور",
  many: "# صورة",
  other: "# صورة",
};
const FILES: SixForms = {
  zero: "# ملف",
  one: "ملف واحد",
  two: "ملفين",
  few: "# ملفات",
  many: "# ملفًا",
  other: "# ملف",
};
/** What is to be removed where there are PDF files: these alone, or files of both kinds. In the accusative, as the verb asks for. */
const COUNTED: Readonly<Record<"documents" | "files", SixForms>> = {
  documents: {
    zero: "# مستند",
    one: "مستندًا واحدًا",
    two: "مستندين",
    few: "# مستندات",
    many: "# مستندًا",
    other: "# مستند",
  },
  files: { ...FILES, one: "ملفًا واحدًا" },
};
const PAGES: SixForms = {
  zero: "# صفحة",
  one: "صفحة واحدة",
  two: "صفحتين",
  few: "# صفحات",
  many: "# صفحة",
  other: "# صفحة",
};
const TOKENS: SixForms = {
  zero: "# رمز",
  one: "رمز واحد",
  two: "رمزين",
  few: "# رموز",
  many: "# رمزًا",
  other: "# رمز",
};

/** As the subject of a sentence only the dual differs. */
const subject = (forms: SixForms): SixForms => ({ ...forms, two: forms.two.replace(/ين$/, "ان") });

/** The preposition is one word with a noun, and stands apart from a figure. */
const ROOM: Forms = {
  one: "لصفحة واحدة",
  two: "لصفحتين",
  few: "لـ # صفحات",
  other: "لـ # صفحة",
};

/** Each form as used within a sentence. */
const within = (forms: SixForms, sentence: (noun: string) => string): Forms => ({
  zero: sentence(forms.zero),
  one: sentence(forms.one),
  two: sentence(forms.two),
  few: sentence(forms.few),
  many: sentence(forms.many),
  other: sentence(forms.other),
});

/** A name keeps its own direction, whatever is around it. */
const own = (name: string) => `\u2068${name}\u2069`;
/** Width before height, as everywhere. */
const size = (picture: { width: number; height: number }) => `\u2066${locale.size(picture)}\u2069`;

const excessText = (excess: Excess) => locale.excess(excess, subject(IMAGES), subject(TOKENS));
const picture = (figures: Parameters<DropzoneMessages["picture"]>[0]) =>
  figures.width > 0 && figures.height > 0 ? `${size(figures)}، ${bytes(figures.bytes)}` : bytes(figures.bytes);
const format = (mediaType: string | number | undefined) => locale.formats(mediaType) ?? "هذه الصيغة";
const theFormat = (mediaType: string | number | undefined) =>
  locale.formats(mediaType) ? `صيغة ${format(mediaType)}` : format(mediaType);
const ground = (background: string) => otherThanWhite(background) ?? "الأبيض";
const said = (all: readonly string[], verb: string, forms: SixForms = IMAGES, end = "") =>
  names(
    all,
    `${verb} \u2068#\u2069${end}.`,
    within(forms, (noun) => `${verb} ${noun}${end}.`),
  );

const ERRORS: Readonly<Record<ImageErrorCode, (error: ImageError) => string>> = {
  "file-empty": () => "الملف فارغ.",
  "file-unreadable": () => "تعذّرت قراءة الملف: نُقل أو تغيّر أو حُذف. اختره مرة أخرى.",
  "file-too-large": ({ actual, limit }) => `كبير جدًا: ${bytes(actual)}. الحد الأقصى ${bytes(limit)}.`,
  "file-invalid-type": ({ actual, limit }) =>
    `${theFormat(actual)} غير مقبولة هنا.${locale.formats(limit) ? ` المقبول: ${format(limit)}.` : ""}`,
  "too-many-files": ({ limit }) => `العدد كبير جدًا: الحد الأقصى ${number(limit)}.`,
  "not-an-image": () => "ليس صورة، أو أنه تالف.",
  "image-truncated": () => "الصورة غير مكتملة. نزّلها أو انسخها مرة أخرى.",
  "image-animated": () => "لا تُقبل الصور المتحركة هنا. أرسل صورة ثابتة.",
  "image-too-many-pixels": ({ actual, limit }) =>
    `كبيرة جدًا: ${locale.millions(actual)} ميغابكسل. الحد الأقصى ${locale.millions(limit)}.`,
  "image-edge-too-short": ({ actual, limit }) =>
    `صغيرة جدًا: الضلع الأقصر ${number(actual)} بكسل، والمطلوب ${number(limit)} على الأقل.`,
  "image-edge-too-long": ({ actual, limit }) =>
    `كبيرة جدًا: الضلع الأطول ${number(actual)} بكسل، والحد الأقصى ${number(limit)}.`,
  "image-too-large": ({ actual, limit }) => `كبيرة جدًا عند الإرسال: ${bytes(actual)}. الحد الأقصى ${bytes(limit)}.`,
  "image-format-unsupported": ({ actual }) => `لا يمكن فتح ${theFormat(actual)} هنا. احفظها بصيغة JPEG أو PNG.`,
  "image-undecodable": () => "الصورة تالفة ولا يمكن فتحها.",
  "password-needed": () => "الملف محمي. أدخل كلمة المرور لفتحه.",
  "password-wrong": () => "كلمة المرور غير صحيحة. حاول مرة أخرى.",
  "image-unencodable": () => "تعذّر حفظ الصورة المصغّرة.",
  "decode-timeout": ({ limit }) => `استغرق الفتح أكثر من ${locale.seconds(limit)} ثانية. جرّب صورة أصغر.`,
  "compress-failed": () => "لم يتمكن التطبيق من تصغير الصورة.",
  "upload-failed": () => "تعذّر الرفع.",
  "document-unsupported": () => "لا تقبل هذه الواجهة ملفات PDF. احفظ الصفحات كصور.",
  "document-protected": () => "ملف PDF هذا محمي. احفظه بلا كلمة مرور وأضفه مرة أخرى.",
  "document-too-large": ({ actual, limit }) => `الملف كبير جدًا: ${bytes(actual)}. الحد الأقصى ${bytes(limit)}.`,
  "document-too-long": ({ actual, limit }) =>
    `الملف طويل جدًا: الصفحات ${number(actual)}، والحد الأقصى ${number(limit)}.`,
  "document-too-many": ({ limit }) => `عدد ملفات PDF كبير جدًا: الحد الأقصى ${number(limit)}.`,
  "request-too-large": ({ actual, limit }) => `الرسالة كبيرة جدًا: ${bytes(actual)}. الحد الأقصى ${bytes(limit)}.`,
  "request-too-many-tokens": ({ actual, limit }) =>
    `الرسالة طويلة جدًا: الرموز ${number(actual)}، والحد الأقصى ${number(limit)}.`,
  "url-invalid": () => "عنوان الويب غير مكتمل. مثال: \u2066https://example.com/photo.jpg\u2069",
  "url-scheme": () => "يجب أن يبدأ الرابط بـ \u2066https:\u2069.",
  "url-credentials": () => "يحتوي الرابط على اسم مستخدم أو كلمة مرور. احذفهما.",
  "url-private-host": () => "هذا العنوان متاح على شبكتك فقط.",
  "url-not-found": ({ actual }) => `لا يوجد شيء في هذا الرابط (\u2066HTTP ${actual ?? 404}\u2069).`,
  "url-media-type": ({ actual }) => `يؤدي الرابط إلى محتوى غير مقبول هنا: ${format(actual)}.`,
  "url-too-large": ({ actual, limit }) => `كبيرة جدًا: ${bytes(actual)}. الحد الأقصى ${bytes(limit)}.`,
  "url-unsupported": () => "روابط الصور غير مقبولة هنا. أضف الصورة نفسها.",
  "url-unreadable": () => "تعذّر تنزيل الصورة. احفظها ثم أضف الملف.",
};

const UNKNOWN: Readonly<Record<UrlUnknownReason, string>> = {
  "cross-origin": "الحجم غير معروف",
  unreachable: "تعذّر الوصول إلى الخادم",
  timeout: "الخادم لا يستجيب",
  method: "الحجم غير معروف",
  status: "لم يتم التحقق",
  length: "الحجم غير معروف",
  "media-type": "الصيغة غير معروفة",
};

const STEPS = { prepare: "جارٍ تجهيز", check: "جارٍ التحقق من", fetch: "جارٍ تنزيل" } as const;

const SIZES = {
  default: ["عادي", "مثل بقية الصور"],
  auto: ["تلقائي", "صورة أو نص، حسب المحتوى"],
  photo: ["صورة", "صغيرة، إذا لم يكن فيها ما يُقرأ"],
  text: ["نص", "أكبر، ليبقى النص الصغير مقروءًا"],
  original: ["الأصل", "كما هي"],
  thumbnail: ["مصغّرة", "بما يكفي للتعرف عليها"],
} as const;

const PASTE_REJECTIONS = {
  address: "نُسخ رابط الصورة فقط. احفظ الصورة ثم أضف الملف.",
  several: "نُسخت روابط الصور فقط. انسخ صورة واحدة في كل مرة.",
  unreadable: "تعذّرت قراءة الصورة المنسوخة. احفظها ثم أضف الملف.",
} as const;

/** All words in Arabic. */
export const arabic: Required<DropzoneMessages> = {
  areaTitle: "أفلِت الصور أو الصقها أو اخترها",
  areaTitleCompact: "إضافة صور",
  areaTitleDragging: "أفلِت للإضافة",
  areaHint: "تُصغَّر على جهازك قبل الإرسال",
  inputLabel: "اختيار صور",
  listLabel: "الصور",
  listMissing: "تعذّر تحميل جزء من التطبيق. أعد تحميل الصفحة لرؤية صورك.",
  waiting: "في الانتظار",
  preparing: "جارٍ التجهيز",
  loadingDecoder: (mediaType, total) =>
    `جارٍ تحميل برنامج فتح ${format(mediaType)}${total === undefined ? "" : `، ${bytes(total)}`}`,
  checking: "جارٍ التحقق من الرابط",
  fetching: "جارٍ التنزيل",
  progressLabel: (name, step) => `${STEPS[step]} ${own(name)}`,
  picture,
  prepared: (source, sent) => `${picture(source)} ← ${picture(sent)}`,
  linked: (check) =>
    `تُرسل كرابط · ${check.status === "ok" ? `${format(check.mediaType)}، ${bytes(check.bytes)}` : UNKNOWN[check.reason]}`,
  uploading: (share) => (share === undefined ? "جارٍ الرفع" : `جارٍ الرفع: ${percent(share)}`),
  uploadLabel: (name) => `جارٍ رفع ${own(name)}`,
  uploaded: "تم الرفع",
  uploadFailed: () => "تعذّر الرفع، وستُرسل مع الرسالة",
  remove: (name) => `إزالة ${own(name)}`,
  retry: (name) => `إعادة محاولة ${own(name)}`,
  retryUpload: (name) => `إعادة رفع ${own(name)}`,
  retryShort: "إعادة المحاولة",
  rejected: (rejected) =>
    count(
      rejected,
      within(FILES, (noun) => `لم تتم إضافة ${noun}`),
    ),
  dismissAll: "إخفاء الكل",
  moveEarlier: (name) => `تقديم ${own(name)}`,
  moveLater: (name) => `تأخير ${own(name)}`,
  error: (error) => ERRORS[error.code](error),
  meterLabel: "حجم الرسالة",
  meterSize: (used, cap) => locale.usage(used, cap, (has, most) => `${has} من ${most}`),
  meterEstimate: (text) => `نحو ${text}`,
  meterRoom: (room, imageCount) => {
    if (room > MOST_ROOM_SHOWN) return "";
    if (room === 0 && imageCount === 0) return "المحادثة تملأ الحد";
    return room === 0
      ? "لا مكان لمزيد من الصور"
      : count(room, {
          ...within(IMAGES, (noun) => `يوجد مكان لنحو ${noun} أخرى`),
          one: "يوجد مكان لصورة أخرى",
          two: "يوجد مكان لنحو صورتين أخريين",
        });
  },
  meterOver: (excess, imageCount) => {
    const over = `${excessText(excess)} فوق الحد (${locale.limit(excess)})`;
    return imageCount > 0 ? over : `النص وحده: ${over}`;
  },
  meterTokensOf: (tokens, limit) => `${number(tokens)} من ${number(limit)} رمز`,
  meterTokens: (tokens, _model, soFar, uncounted) =>
    `≈ ${count(Number(tokens.toPrecision(2)), TOKENS)}${soFar ? " حتى الآن" : ""}${uncounted === 0 ? "" : `، من دون ${count(uncounted, IMAGES)} تُرسل كرابط`}`,
  meterDetails: "التفاصيل",
  meterBytes: (used, cap, owner, covers) => {
    const limit = owner === "app" ? "، حد هذا التطبيق" : "";
    const text =
      Number.isFinite(cap) && cap > 0
        ? `${number(used)} من ${number(cap)} بايت${limit}`
        : `${number(used)} بايت، لا حد معروفًا`;
    return covers === "images" ? `${text}، الصور فقط` : text;
  },
  meterActions: "تصغير الرسالة",
  shrinkToFit: "تصغير لتناسب الحد",
  shrinkToFitBy: (imageCount, saved) => `تصغير لتناسب الحد (${count(imageCount, IMAGES)}، أقل بنحو ${bytes(saved)})`,
  shrinking: "جارٍ التصغير…",
  shrunk: (imageCount) =>
    count(
      imageCount,
      within(IMAGES, (noun) => `تم تصغير ${noun}`),
    ),
  cannotShrink: (missing, unreadable) => {
    const files = { ...within(IMAGES, (noun) => `ملفات ${noun}`), one: "ملف صورة واحدة", two: "ملفي صورتين" };
    const lost = unreadable === 0 ? "" : `. تعذّرت قراءة ${count(unreadable, files)}: أضفها مرة أخرى لتصغيرها`;
    return missing > 0 ? `حتى بأصغر حجم تزيد ${bytes(missing)}${lost}` : `كبيرة جدًا حتى بأصغر حجم${lost}`;
  },
  removeLast: (imageCount) =>
    imageCount === 1
      ? "إزالة آخر صورة"
      : count(
          imageCount,
          within(IMAGES, (noun) => `إزالة آخر ${noun}`),
        ),
  partConversation: (part) => `الرسائل السابقة ${bytes(part)}`,
  partImages: (part) => `الصور ${bytes(part)}`,
  partPending: (part) => `قيد التجهيز: نحو ${bytes(part)}`,
  advice: (advice) => {
    switch (advice.code) {
      case "fewer-images":
        return `الحد الأقصى ${count(advice.maxImages, subject(IMAGES))}: أزل ${count(advice.images, IMAGES)}.`;
      case "remove":
        if (advice.images === 0) return "اختصر الرسالة أو المحادثة لإرسالها.";
        return `أزل ${count(advice.images, advice.counted ? COUNTED[advice.counted] : IMAGES)}${advice.isEnough ? "" : " واختصر المحادثة"} للإرسال.`;
      case "shrink":
        return advice.unit === "tokens" ? "أو صغّر الصور: بكسلات أقل تكلّف رموزًا أقل." : "أو صغّر الصور.";
      case "files-api":
        return advice.uploading > 0
          ? `جارٍ رفع ${count(advice.uploading, IMAGES)}؛ ستصبح الرسالة أصغر بعد ذلك.`
          : "للمطوّرين: ارفع الصور مرة واحدة عبر Files API وأرسل معرّفاتها بدلًا من بياناتها.";
      case "retry-upload":
        return `تعذّر رفع ${count(advice.images, IMAGES)}. حاول مرة أخرى.`;
      case "batch-api":
        return `للمطوّرين: يقبل ${own(advice.label)} حتى ${locale.cap(advice.maxRequestBytes)} لكل طلب، بنسبة ${percent(advice.priceRatio * 100)} من السعر.`;
      case "resampled":
        return `للمطوّرين: يصغّر ${own(advice.model)} الصورة مرة أخرى من ${size(advice.from)} إلى ${size(advice.to)}؛ يمنع ذلك box: "endpoint" (${size(advice.box)}).`;
    }
  },
  announceAdded: (all) => said(all, "تمت إضافة"),
  announceRemoved: (all) => said(all, "تمت إزالة"),
  announceSent: (all) => said(all, "تم إرسال"),
  announceProgress: (done, total) => `اكتمل ${number(done)} من ${number(total)}.`,
  announceReady: (all) => said(all, "اكتمل تجهيز"),
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `لم تتم إضافة ${count(rejected.length, FILES)}. الأول، ${own(first.name)}: ${first.reason}`;
    return rejected.map(({ name, reason }) => `لم تتم إضافة ${own(name)}: ${reason}`).join(" ");
  },
  announceUploaded: (all) => said(all, "تم رفع"),
  announceUploadFailed: (all) => said(all, "تعذّر رفع", IMAGES, "، وسيتم الإرسال مع الرسالة"),
  announceOver: (excess, imageCount) =>
    `${excessText(excess)} فوق الحد: ${imageCount === 0 ? "اختصر الرسالة" : `أزل ${count(imageCount, IMAGES)}`}.`,
  announceFits: "الحجم مناسب الآن.",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],
  openPreview: (name) => `عرض ${own(name)}`,
  dropHere: "أفلِت هنا",
  dropCount: (imageCount) =>
    count(
      imageCount,
      within(IMAGES, (noun) => `أفلِت لإضافة ${noun}`),
    ),
  imagesOnly: "الصور فقط",
  dismiss: (name) => `إخفاء ${own(name)}`,
  removeAll: "إزالة كل الصور",
  smallText: (source, sent) =>
    `قد تصعب قراءة النص الصغير عند ${percent(Math.round((sent.width / source.width) * 100))} من الحجم`,
  keepLarger: (name) => `إبقاء ${own(name)} أكبر`,
  split: (name) => `تقسيم ${own(name)} إلى أجزاء مقروءة`,
  removedNotice: (all) => said(all, "تمت إزالة"),
  undo: "تراجع",
  announceRemovedWithUndo: (all) => said(all, "تمت إزالة", IMAGES, "، ويمكن التراجع"),
  announceRestored: (all) => said(all, "تمت استعادة"),
  announceDismissed: (all) => said(all, "تم إخفاء", FILES),
  announceMoved: (position, total) => `الموضع الآن ${number(position)} من ${number(total)}.`,

  previewClose: "إغلاق",
  previewPrevious: "الصورة السابقة",
  previewNext: "الصورة التالية",
  previewPosition: (index, total) => `${number(index)} من ${number(total)}`,
  previewChanges: "ما الذي تغيّر",
  change: (change) => {
    switch (change.code) {
      case "resized":
        return `تغيّر الحجم من ${size(change.from)} إلى ${size(change.to)} ${change.because === "box" ? `ليناسب ${size(change.box)}` : "ليبقى تحت الحد"}.`;
      case "reencoded":
        return `${change.from === change.to ? "حُفظت بصيغة" : `حُوّلت من ${format(change.from)} إلى`} ${format(change.to)}${change.quality === undefined ? "" : `، الجودة ${quality(change.quality)}`}${change.insteadOf ? `، أصغر من ${format(change.insteadOf.mediaType)} (${bytes(change.insteadOf.bytes)})` : ""}؛ أُزيل الموقع وبقية البيانات الوصفية.`;
      case "rotated":
        return `عُدّل اتجاهها: لا تقرأ كل النماذج اتجاه EXIF (${number(change.orientation)}).`;
      case "flattened":
        return `مُلئت المناطق الشفافة باللون ${ground(change.background)}.`;
      case "padded":
        return `وُسّعت من ${size(change.from)} إلى ${size(change.to)} بإطار لونه ${ground(change.background)}: تحتاج هذه الواجهة إلى ${number(change.minEdgePx)} بكسل على الأقل لكل ضلع.`;
      case "first-frame":
        return change.frame > 1
          ? `تبدأ الصورة المتحركة بلون واحد؛ يُرسل الإطار ${number(change.frame)}، وهو أول ما يُظهر شيئًا.`
          : "يحتوي الملف على عدة صور أو صورة متحركة؛ تُرسل الأولى.";
      case "kept-animation":
        return `تُرسل الصورة المتحركة كلها كما هي: ${format(change.mediaType)}، ${size(change)}، ${bytes(change.bytes)}.`;
      case "contact-sheet":
        return `جُمع ${number(change.timesMs.length)} من ${number(change.frameCount)} إطارًا من الصورة المتحركة في صورة واحدة، ومع كل إطار وقته.`;
      case "animation-unavailable":
        return "لا يمكن إرسال الصورة المتحركة كلها هنا؛ يُرسل إطار واحد منها.";
      case "one-colour":
        return "الصورة بلون واحد، ولا يظهر فيها شيء آخر.";
      case "truncated":
        return `ملف ${format(change.mediaType)} غير مكتمل. يُرسل ما أمكنت قراءته، والباقي فارغ.`;
      case "metadata-stripped":
        return `أُزيل من دون تغيير أي بكسل: ${locale.removed(change.removed, "EXIF (مع موقع GPS)", "بيانات أخرى")}.`;
      case "kept-original":
        if (change.because === "fits") return `تُرسل كما هي: ${size(change)} مناسب، وإعادة الحفظ تُنقص الجودة.`;
        return change.because === "smaller"
          ? `تُرسل كما هي: حجمها ${bytes(change.bytes)}، وبعد إعادة الحفظ ${bytes(change.encodedBytes)}.`
          : `لا يستطيع هذا المتصفح حفظ الصورة المصغّرة. يُرسل الأصل: ${format(change.mediaType)}، ${size(change)}، ${bytes(change.bytes)}.`;
      case "quality-lowered":
        return `خُفضت الجودة من ${quality(change.from)} إلى ${quality(change.to)} ليبقى الحجم تحت الحد.`;
      case "decoded-by-plugin":
        return `فتح التطبيق ملف ${format(change.mediaType)}.`;
      case "page":
        return `تُرسل الصفحة ${number(change.page)} من الملف.`;
      case "piece":
        return `الجزء ${number(change.piece)} من ${number(change.of)} من صورة طويلة، الصفوف ${number(change.rows.from)} إلى ${number(change.rows.to)}: لو بقيت كاملة لكان نصها صغيرًا جدًا.`;
      case "compressed-by-app":
        return `حفظها التطبيق بصيغة ${format(change.to)}.${change.isRotatedHere ? " ثم عُدّل اتجاهها وحُفظت مرة أخرى." : ""}`;
      case "from-prepared":
        return "أُنشئت من الصورة المجهّزة سابقًا: لم تعد قراءة الأصل ممكنة.";
    }
  },
  previewKeepLarger: "إبقاؤها أكبر",
  previewKeepSmaller: "الحجم العادي",
  previewRemove: "إزالة",
  compareOriginal: "الأصل",
  compareSent: "ستُرسل",
  compareOriginalAlt: (name) => `${own(name)}، الأصل`,
  compareSentAlt: (name) => `${own(name)}، كما تُرسل`,
  compareSlider: "مقدار ما يظهر من الأصل",
  compareShare: (share) => `${percent(share)} من الأصل`,
  comparePan: "الصورة بحجمها الفعلي. حرّكها بمفاتيح الأسهم.",
  compareActualSize: "الحجم الفعلي",
  compareSaving: "الحجم",
  compareSaved: (originalBytes, sentBytes) => {
    const saved = savedShare(originalBytes, sentBytes);
    return saved ? `${saved.isSmaller ? "أصغر" : "أكبر"} بنسبة ${percent(saved.percent)}` : "من دون تغيير";
  },
  originalUnshown: (name) => `لا يستطيع هذا المتصفح عرض الأصل (${name}).`,
  originalGone: "نُقل الملف الأصلي أو حُذف.",

  partName: (name, { first, last, of, arePieces }) => {
    const [one, several] = arePieces ? ["الجزء", "الأجزاء"] : ["الصفحة", "الصفحات"];
    const which = first === last ? `${one} ${number(first)}` : `${several} ${number(first)} إلى ${number(last)}`;
    return `${own(name)} (${which} من ${number(of)})`;
  },
  itemLabel: (name, state) => `${own(name)}، ${state}`,
  itemMenu: (name) => `خيارات ${own(name)}`,
  itemMenuShort: "خيارات",
  menuSizes: "الحجم",
  menuSize: (choice) => SIZES[choice][0],
  menuSizeHint: (choice) => SIZES[choice][1],
  menuPin: "تثبيت",
  menuPinHint: "تصغير هذه الصورة آخِرًا",
  choosePages: "اختيار صفحات",
  choosePagesHint: "إرسال صفحات أخرى من هذا الملف",
  formRequired: "أضف صورة.",
  formWorking: "الصور ليست جاهزة بعد. حاول مرة أخرى بعد قليل.",
  formOver: "الصور أكبر من أن تُرسل. أزل بعضها أو صغّرها.",
  pinned: "مثبّتة",
  announcePinned: (name) => `تم تثبيت ${own(name)}: ستُصغَّر بعد بقية الصور.`,
  announceUnpinned: (name) => `أُلغي تثبيت ${own(name)}.`,
  tileKeys: (moveKey) =>
    `فتح: ${own("Enter")} · خيارات: ${own("Shift+F10")} · ${moveKey ? `نقل: ${own(`${moveKey} + ←→`)} · ` : ""}إزالة: ${own("Delete")}`,

  passwordLabel: (name) => `كلمة مرور ${own(name)}`,
  passwordOpen: "فتح",
  pagesTitle: (name) => `اختيار صفحات من ${own(name)}`,
  pagesField: "الصفحات",
  pagesHint: (pages) => (pages > 6 ? "مثلًا \u20661-3, 7\u2069" : "مثلًا \u20661, 3\u2069"),
  pagesUnknown: (pages) => `اكتب أرقام صفحات من 1 إلى ${number(pages)}، مثلًا \u20661-${Math.min(3, pages)}\u2069.`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner === undefined ? "تقبل هذه الرسالة" : `يقبل ${own(owner)}`} ${count(maxImages, IMAGES)}؛ يوجد مكان ${count(places, ROOM)}.`,
  page: (page) => `الصفحة ${number(page)}`,
  pagesChosen: (chosen, pages) => `تم اختيار ${number(chosen)} من ${count(pages, PAGES)}`,
  pagesTooMany: (surplus) => `العدد زائد بمقدار ${number(surplus)}`,
  pagesAll: "الكل",
  pagesFirst: (places) => `أول ${number(places)}`,
  pagesNone: "لا شيء",
  pagesUse: (pages) =>
    count(
      pages,
      within(PAGES, (noun) => `استخدام ${noun}`),
    ),
  pagesCancel: "إلغاء",

  sentAsPdf: (pages, total) =>
    `${pages === undefined ? "" : `${count(pages, PAGES)}، `}${bytes(total)}، يُرسل بصيغة PDF`,
  partDocuments: (part) => `ملفات PDF ${bytes(part)}`,
  meterDocumentsUncounted: (files) => `رموز غير معروفة، ملفات PDF: ${number(files)}`,
};
