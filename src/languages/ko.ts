/** Korean: `messages={korean}`. */
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

const locale = /* @__PURE__ */ createLocale("ko");
const { bytes, count, names, number, percent, quality, size } = locale;

const IMAGES: Forms = { other: "이미지 #장" };
const TOKENS: Forms = { other: "토큰 #개" };
/** What to remove: images, or where there are PDF files these alone, or files of both kinds. */
const REMOVED = {
  images: { other: "이미지 #장을" },
  documents: { other: "문서 #개를" },
  files: { other: "파일 #개를" },
} as const;

const excessText = (excess: Excess) => locale.excess(excess, IMAGES, TOKENS);
const limitText = ({ unit, limit }: Excess) =>
  unit === "bytes" ? locale.cap(limit) : count(limit, unit === "images" ? IMAGES : TOKENS);
const picture = (figures: Parameters<DropzoneMessages["picture"]>[0]) => locale.picture(figures, ", ");
const format = (mediaType: string | number | undefined) => locale.formats(mediaType) ?? "알 수 없음";
const ground = (background: string) => otherThanWhite(background) ?? "흰색";
const most = (limit: string) => `최대 ${limit}까지 가능해요.`;
/** Particles depend on the sound before them. A name may end in any sound, so a noun follows it. */
const quoted = (name: string) => `‘${name}’`;
const said = (all: readonly string[], particle: "을" | "이", what: string) =>
  names(all, `${quoted("#")} 이미지${particle === "을" ? "를" : "가"} ${what}`, {
    other: `${IMAGES.other}${particle} ${what}`,
  });

const ERRORS: Readonly<Record<ImageErrorCode, (error: ImageError) => string>> = {
  "file-empty": () => "빈 파일이에요.",
  "file-unreadable": () => "파일을 읽을 수 없어요. 옮겨졌거나 바뀌었거나 삭제됐어요. 다시 선택해 주세요.",
  "file-too-large": ({ actual, limit }) => `파일이 너무 커요(${bytes(actual)}). ${most(bytes(limit))}`,
  "file-invalid-type": ({ actual, limit }) =>
    `지원하지 않는 형식이에요${locale.formats(actual) ? `(${format(actual)})` : ""}.${locale.formats(limit) ? ` 지원 형식: ${format(limit)}.` : ""}`,
  "too-many-files": ({ limit }) => `너무 많아요. ${most(`${number(limit)}개`)}`,
  "not-an-image": () => "이미지가 아니거나 손상된 파일이에요.",
  "image-truncated": () => "이미지가 온전하지 않아요. 다시 다운로드하거나 복사해 주세요.",
  "image-animated": () => "여기에는 애니메이션을 넣을 수 없어요. 정지 이미지를 보내 주세요.",
  "image-too-many-pixels": ({ actual, limit }) =>
    `이미지가 너무 커요(${locale.millions(actual)}메가픽셀). ${most(`${locale.millions(limit)}메가픽셀`)}`,
  "image-edge-too-short": ({ actual, limit }) =>
    `이미지가 너무 작아요(짧은 변 ${number(actual)}픽셀). ${number(limit)}픽셀 이상이어야 해요.`,
  "image-edge-too-long": ({ actual, limit }) =>
    `이미지가 너무 커요(긴 변 ${number(actual)}픽셀). ${most(`${number(limit)}픽셀`)}`,
  "image-too-large": ({ actual, limit }) => `이미지가 너무 커요(보낼 때 ${bytes(actual)}). ${most(bytes(limit))}`,
  "image-format-unsupported": ({ actual }) =>
    `여기서 열 수 없는 형식이에요${locale.formats(actual) ? `(${format(actual)})` : ""}. JPEG 또는 PNG 형식으로 저장해 주세요.`,
  "image-undecodable": () => "이미지가 손상되어 열 수 없어요.",
  "password-needed": () => "잠긴 파일이에요. 비밀번호를 입력해 주세요.",
  "password-wrong": () => "비밀번호가 맞지 않아요. 다시 입력해 주세요.",
  "image-unencodable": () => "줄인 이미지를 저장하지 못했어요.",
  "decode-timeout": ({ limit }) =>
    `여는 데 ${locale.seconds(limit)}초 넘게 걸렸어요. 더 작은 이미지로 다시 시도해 주세요.`,
  "compress-failed": () => "앱에서 이미지를 줄이지 못했어요.",
  "upload-failed": () => "업로드하지 못했어요.",
  "document-unsupported": () => "이 API는 PDF를 받지 않아요. 페이지를 이미지로 저장해 주세요.",
  "document-protected": () => "보호된 PDF예요. 비밀번호 없이 저장해서 다시 추가해 주세요.",
  "document-too-large": ({ actual, limit }) => `PDF가 너무 커요(${bytes(actual)}). ${most(bytes(limit))}`,
  "document-too-long": ({ actual, limit }) =>
    `PDF가 너무 길어요(${number(actual)}페이지). ${most(`${number(limit)}페이지`)}`,
  "document-too-many": ({ limit }) => `PDF가 너무 많아요. ${most(`${number(limit)}개`)}`,
  "request-too-large": ({ actual, limit }) => `메시지가 너무 커요(${bytes(actual)}). ${most(bytes(limit))}`,
  "request-too-many-tokens": ({ actual, limit }) =>
    `메시지가 너무 길어요(토큰 ${number(actual)}개). ${most(`${number(limit)}개`)}`,
  "url-invalid": () => "주소가 완전하지 않아요. 예: https://example.com/photo.jpg",
  "url-scheme": () => "링크는 https:로 시작해야 해요.",
  "url-credentials": () => "링크에 사용자 이름이나 비밀번호가 들어 있어요. 지워 주세요.",
  "url-private-host": () => "내 네트워크에서만 열리는 주소예요.",
  "url-not-found": ({ actual }) => `링크에서 아무것도 찾지 못했어요(HTTP ${actual ?? 404}).`,
  "url-media-type": ({ actual }) =>
    `지원하지 않는 형식의 링크예요${locale.formats(actual) ? `(${format(actual)})` : ""}.`,
  "url-too-large": ({ actual, limit }) => `파일이 너무 커요(${bytes(actual)}). ${most(bytes(limit))}`,
  "url-unsupported": () => "여기서는 이미지 링크를 쓸 수 없어요. 이미지를 직접 추가해 주세요.",
  "url-unreadable": () => "이미지를 다운로드할 수 없어요. 저장한 뒤 파일로 추가해 주세요.",
};

const UNKNOWN: Readonly<Record<UrlUnknownReason, string>> = {
  "cross-origin": "크기를 알 수 없음",
  unreachable: "서버에 연결할 수 없음",
  timeout: "서버 응답 없음",
  method: "크기를 알 수 없음",
  status: "확인하지 못함",
  length: "크기를 알 수 없음",
  "media-type": "형식을 알 수 없음",
};

const STEPS = { prepare: "처리 중", check: "확인 중", fetch: "다운로드 중" } as const;

const SIZES = {
  default: ["기본", "다른 이미지와 같게"],
  auto: ["자동", "내용에 따라 사진 또는 글자로"],
  photo: ["사진", "작게, 읽을 내용이 없을 때"],
  text: ["글자", "더 크게, 작은 글씨도 읽을 수 있게"],
  original: ["원본", "원래 크기 그대로"],
  thumbnail: ["썸네일", "알아볼 수 있을 만큼만"],
} as const;

const PASTE_REJECTIONS = {
  address: "이미지 링크만 복사됐어요. 이미지를 저장한 뒤 파일로 추가해 주세요.",
  several: "이미지 링크만 복사됐어요. 이미지를 한 장씩 복사해 주세요.",
  unreadable: "복사한 이미지를 읽을 수 없어요. 저장한 뒤 파일로 추가해 주세요.",
} as const;

/** All words in Korean. */
export const korean: Required<DropzoneMessages> = {
  areaTitle: "이미지를 놓거나 붙여넣거나 선택하세요",
  areaTitleCompact: "이미지 추가",
  areaTitleDragging: "놓으면 추가돼요",
  areaHint: "보내기 전에 내 기기에서 크기를 줄여요",
  inputLabel: "이미지 선택",
  listLabel: "이미지",
  listMissing: "앱의 일부를 불러오지 못했어요. 이미지를 보려면 페이지를 새로 고침해 주세요.",
  waiting: "대기 중",
  preparing: "처리 중",
  loadingDecoder: (mediaType, total) =>
    `${format(mediaType)} 디코더 불러오는 중${total === undefined ? "" : `, ${bytes(total)}`}`,
  checking: "링크 확인 중",
  fetching: "다운로드 중",
  progressLabel: (name, step) => `${quoted(name)} ${STEPS[step]}`,
  picture,
  prepared: (source, sent) => `${picture(source)} → ${picture(sent)}`,
  linked: (check) =>
    `링크로 전송 · ${check.status === "ok" ? `${format(check.mediaType)}, ${bytes(check.bytes)}` : UNKNOWN[check.reason]}`,
  uploading: (share) => (share === undefined ? "업로드 중" : `업로드 중 ${percent(share)}`),
  uploadLabel: (name) => `${quoted(name)} 업로드 중`,
  uploaded: "업로드됨",
  uploadFailed: () => "업로드하지 못해서 메시지와 함께 보내요",
  remove: (name) => `${quoted(name)} 삭제`,
  retry: (name) => `${quoted(name)} 다시 시도`,
  retryUpload: (name) => `${quoted(name)} 다시 업로드`,
  retryShort: "다시 시도",
  rejected: (rejected) => count(rejected, { other: "파일 #개를 추가하지 못했어요" }),
  dismissAll: "모두 닫기",
  moveEarlier: (name) => `${quoted(name)} 앞으로 이동`,
  moveLater: (name) => `${quoted(name)} 뒤로 이동`,
  error: (error) => ERRORS[error.code](error),
  meterLabel: "메시지 크기",
  meterSize: (used, cap) => locale.usage(used, cap, (has, limit) => `${has} / ${limit}`),
  meterEstimate: (text) => `약 ${text}`,
  meterRoom: (room, imageCount) => {
    if (room > MOST_ROOM_SHOWN) return "";
    if (room === 0 && imageCount === 0) return "대화만으로 한도가 찼어요";
    if (room === 0) return "사진을 더 넣을 수 없어요";
    return `사진을 ${room === 1 ? "" : "약 "}${number(room)}장 더 넣을 수 있어요`;
  },
  meterOver: (excess, imageCount) => {
    const over = `${limitText(excess)} 한도에서 ${excessText(excess)} 초과`;
    return imageCount > 0 ? over : `글만으로도 ${over}`;
  },
  meterTokensOf: (tokens, limit) => `토큰 ${number(tokens)} / ${number(limit)}개`,
  meterTokens: (tokens, _model, soFar, uncounted) =>
    `${soFar ? "지금까지 " : ""}토큰 약 ${locale.rounded(tokens)}개${uncounted === 0 ? "" : `, 링크로 보내는 ${count(uncounted, IMAGES)} 제외`}`,
  meterDetails: "자세히",
  meterBytes: (used, cap, owner, covers) => {
    const limit = owner === "app" ? ", 이 앱의 한도" : "";
    const text =
      Number.isFinite(cap) && cap > 0
        ? `${number(used)} / ${number(cap)}바이트${limit}`
        : `${number(used)}바이트, 알려진 한도 없음`;
    return covers === "images" ? `${text}, 이미지만` : text;
  },
  meterActions: "메시지 크기 줄이기",
  shrinkToFit: "한도에 맞게 줄이기",
  shrinkToFitBy: (imageCount, saved) => `한도에 맞게 줄이기(${count(imageCount, IMAGES)}, 약 ${bytes(saved)} 감소)`,
  shrinking: "줄이는 중…",
  shrunk: (imageCount) => `${count(imageCount, IMAGES)}을 줄였어요`,
  cannotShrink: (missing, unreadable) => {
    const lost =
      unreadable === 0
        ? ""
        : `. ${count(unreadable, IMAGES)}은 파일을 더 이상 읽을 수 없어요. 줄이려면 다시 추가해 주세요`;
    return `최대한 줄여도 ${missing > 0 ? `한도보다 ${bytes(missing)} 더 커요` : "너무 커요"}${lost}`;
  },
  removeLast: (imageCount) => (imageCount === 1 ? "마지막 이미지 삭제" : `마지막 ${count(imageCount, IMAGES)} 삭제`),
  partConversation: (part) => `이전 메시지 ${bytes(part)}`,
  partImages: (part) => `이미지 ${bytes(part)}`,
  partPending: (part) => `처리 중: 약 ${bytes(part)}`,
  advice: (advice) => {
    switch (advice.code) {
      case "fewer-images":
        return `이미지는 최대 ${number(advice.maxImages)}장까지 보낼 수 있어요. ${number(advice.images)}장을 삭제해 주세요.`;
      case "remove":
        if (advice.images === 0) return "메시지나 대화를 줄이면 보낼 수 있어요.";
        return `${count(advice.images, REMOVED[advice.counted ?? "images"])} 삭제하${advice.isEnough ? "면" : "고 대화를 줄이면"} 보낼 수 있어요.`;
      case "shrink":
        return advice.unit === "tokens"
          ? "이미지를 줄이는 방법도 있어요. 픽셀이 적을수록 토큰이 적게 들어요."
          : "이미지를 줄이는 방법도 있어요.";
      case "files-api":
        return advice.uploading > 0
          ? `${count(advice.uploading, IMAGES)}을 업로드하고 있어요. 끝나면 메시지가 작아져요.`
          : "개발자용: Files API로 이미지를 한 번 업로드한 다음, 내용 대신 ID를 보내세요.";
      case "retry-upload":
        return `${count(advice.images, IMAGES)}을 업로드하지 못했어요. 다시 시도해 주세요.`;
      case "batch-api":
        return `개발자용: ${advice.label}: 요청당 최대 ${locale.cap(advice.maxRequestBytes)}까지 보낼 수 있고, 가격은 원래의 ${percent(advice.priceRatio * 100)}예요.`;
      case "resampled":
        return `개발자용: ${advice.model} 모델에서 ${size(advice.from)} 이미지를 ${size(advice.to)} 크기로 다시 줄여요. box: "endpoint" 옵션(${size(advice.box)})을 쓰면 다시 줄이지 않아요.`;
    }
  },
  announceAdded: (all) => said(all, "을", "추가했어요."),
  announceRemoved: (all) => said(all, "을", "삭제했어요."),
  announceSent: (all) => said(all, "을", "보냈어요."),
  announceProgress: (done, total) => `${number(total)}장 중 ${number(done)}장이 준비됐어요.`,
  announceReady: (all) => said(all, "이", "준비됐어요."),
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `파일 ${number(rejected.length)}개를 추가하지 못했어요. 첫 번째 ${quoted(first.name)}: ${first.reason}`;
    return rejected.map(({ name, reason }) => `${quoted(name)} 추가 실패: ${reason}`).join(" ");
  },
  announceUploaded: (all) => said(all, "을", "업로드했어요."),
  announceUploadFailed: (all) => said(all, "을", "업로드하지 못해서 메시지와 함께 보내요."),
  announceOver: (excess, imageCount) =>
    `한도를 ${excessText(excess)}만큼 넘었어요. ${imageCount === 0 ? "메시지를 줄여" : `${count(imageCount, IMAGES)}을 삭제해`} 주세요.`,
  announceFits: "이제 보낼 수 있어요.",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],
  openPreview: (name) => `${quoted(name)} 보기`,
  dropHere: "여기에 놓으세요",
  dropCount: (imageCount) => `놓으면 ${count(imageCount, IMAGES)}이 추가돼요`,
  imagesOnly: "이미지만 추가할 수 있어요",
  dismiss: (name) => `${quoted(name)} 닫기`,
  removeAll: "이미지 모두 삭제",
  smallText: (source, sent) =>
    `${percent(Math.round((sent.width / source.width) * 100))} 크기로 줄어서 작은 글씨가 잘 안 보일 수 있어요`,
  keepLarger: (name) => `${quoted(name)} 더 크게 유지`,
  split: (name) => `${quoted(name)} 읽기 좋게 나누기`,
  removedNotice: (all) => said(all, "을", "삭제했어요."),
  undo: "실행 취소",
  announceRemovedWithUndo: (all) => said(all, "을", "삭제했어요. 실행 취소할 수 있어요."),
  announceRestored: (all) => said(all, "을", "복원했어요."),
  announceDismissed: (all) => names(all, `${quoted("#")} 항목을 닫았어요.`, { other: "항목 #개를 닫았어요." }),
  announceMoved: (position, total) => `${number(total)}장 중 ${number(position)}번째로 옮겼어요.`,

  previewClose: "닫기",
  previewPrevious: "이전 이미지",
  previewNext: "다음 이미지",
  previewPosition: (index, total) => `${number(index)} / ${number(total)}`,
  previewChanges: "바뀐 점",
  change: (change) => {
    switch (change.code) {
      case "resized":
        return `${change.because === "box" ? `${size(change.box)} 안에 들어가도록` : "용량 한도에 맞게"} ${size(change.from)}에서 ${size(change.to)} 크기로 줄였어요.`;
      case "reencoded": {
        const details = [
          ...(change.quality === undefined ? [] : [`화질 ${quality(change.quality)}`]),
          ...(change.insteadOf
            ? [`${format(change.insteadOf.mediaType)} ${bytes(change.insteadOf.bytes)}보다 작음`]
            : []),
        ];
        return `${change.from === change.to ? `${format(change.to)} 형식으로 저장했어요` : `${format(change.from)}에서 ${format(change.to)} 형식으로 변환했어요`}${details.length > 0 ? `(${details.join(", ")})` : ""}. 위치 등 메타데이터는 삭제했어요.`;
      }
      case "rotated":
        return `똑바로 돌렸어요. EXIF 방향(${number(change.orientation)})을 읽지 않는 모델도 있어요.`;
      case "flattened":
        return `투명한 부분을 ${ground(change.background)} 배경으로 채웠어요.`;
      case "padded":
        return `${ground(change.background)} 테두리를 넣어 ${size(change.from)}에서 ${size(change.to)} 크기로 늘렸어요. 이 API에서는 각 변이 ${number(change.minEdgePx)}픽셀 이상이어야 해요.`;
      case "first-frame":
        return change.frame > 1
          ? `애니메이션의 시작 부분이 한 가지 색뿐이라, 처음으로 내용이 보이는 ${number(change.frame)}번째 프레임을 보내요.`
          : "이미지가 여러 장이거나 애니메이션인 파일이라 첫 번째 장면을 보내요.";
      case "kept-animation":
        return `애니메이션 전체를 그대로 보내요: ${format(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "contact-sheet":
        return `애니메이션의 프레임 ${number(change.frameCount)}개 중 ${number(change.timesMs.length)}개를 시간과 함께 한 장에 담았어요.`;
      case "animation-unavailable":
        return "여기서는 애니메이션 전체를 보낼 수 없어 한 프레임만 보내요.";
      case "one-colour":
        return "한 가지 색만 있는 이미지예요. 다른 내용은 보이지 않아요.";
      case "truncated":
        return `${format(change.mediaType)} 파일이 온전하지 않아요. 읽을 수 있는 부분만 보내고 나머지는 비어 있어요.`;
      case "metadata-stripped":
        return `삭제한 정보(픽셀은 그대로): ${locale.removed(change.removed, "EXIF(GPS 위치 포함)", "기타 데이터")}.`;
      case "kept-original":
        if (change.because === "fits")
          return `원본 그대로 보내요(${size(change)}). 이미 충분히 작고, 다시 저장하면 화질이 떨어져요.`;
        return change.because === "smaller"
          ? `원본 그대로 보내요. 원본은 ${bytes(change.bytes)}, 다시 저장하면 ${bytes(change.encodedBytes)}예요.`
          : `이 브라우저에서는 줄인 이미지를 저장할 수 없어서 원본을 보내요: ${format(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "quality-lowered":
        return `용량 한도에 맞게 화질을 낮췄어요(${quality(change.from)} → ${quality(change.to)}).`;
      case "decoded-by-plugin":
        return `앱의 디코더로 ${format(change.mediaType)} 파일을 열었어요.`;
      case "page":
        return `파일의 ${number(change.page)}페이지를 보내요.`;
      case "piece":
        return `긴 이미지를 나눈 ${number(change.of)}조각 중 ${number(change.piece)}번째예요(${number(change.rows.from)}~${number(change.rows.to)}행). 통째로 보내면 글씨가 너무 작아져요.`;
      case "compressed-by-app":
        return `앱에서 ${format(change.to)} 형식으로 저장했어요.${change.isRotatedHere ? " 그다음 똑바로 돌려 다시 저장했어요." : ""}`;
      case "from-prepared":
        return "원본 파일을 더 이상 읽을 수 없어서, 앞서 처리한 이미지로 만들었어요.";
    }
  },
  previewKeepLarger: "더 크게 유지",
  previewKeepSmaller: "기본 크기 사용",
  previewRemove: "삭제",
  compareOriginal: "원본",
  compareSent: "보낼 이미지",
  compareOriginalAlt: (name) => `${quoted(name)}, 원본`,
  compareSentAlt: (name) => `${quoted(name)}, 보낼 이미지`,
  compareSlider: "원본 표시 비율",
  compareShare: (share) => `원본 ${percent(share)}`,
  comparePan: "실제 크기로 표시된 이미지예요. 방향키로 움직일 수 있어요.",
  compareActualSize: "실제 크기",
  compareSaving: "용량",
  compareSaved: (originalBytes, sentBytes) => {
    const saved = savedShare(originalBytes, sentBytes);
    return saved ? `${percent(saved.percent)} ${saved.isSmaller ? "작아짐" : "커짐"}` : "변화 없음";
  },
  originalUnshown: (name) => `이 브라우저에서는 원본을 표시할 수 없어요(${name}).`,
  originalGone: "원본 파일이 옮겨졌거나 삭제됐어요.",

  partName: (name, { first, last, of, arePieces }) => {
    const unit = arePieces ? "조각" : "페이지";
    const which = first === last ? number(first) : `${number(first)}~${number(last)}`;
    return `${name} (${number(of)}${unit} 중 ${which}${arePieces ? "번째" : unit})`;
  },
  itemLabel: (name, state) => `${quoted(name)}, ${state}`,
  itemMenu: (name) => `${quoted(name)} 옵션`,
  itemMenuShort: "옵션",
  menuSizes: "크기",
  menuSize: (choice) => SIZES[choice][0],
  menuSizeHint: (choice) => SIZES[choice][1],
  menuPin: "고정",
  menuPinHint: "이 이미지는 맨 나중에 줄이기",
  choosePages: "페이지 선택",
  choosePagesHint: "이 파일의 다른 페이지 보내기",
  formRequired: "이미지를 추가해 주세요.",
  formWorking: "이미지가 아직 준비되지 않았어요. 잠시 후 다시 시도해 주세요.",
  formOver: "이미지가 너무 커서 보낼 수 없어요. 일부를 삭제하거나 크기를 줄여 주세요.",
  pinned: "고정됨",
  announcePinned: (name) => `${quoted(name)} 이미지를 고정했어요. 크기를 줄일 때 맨 나중에 줄여요.`,
  announceUnpinned: (name) => `${quoted(name)} 이미지의 고정을 해제했어요.`,
  tileKeys: (moveKey) =>
    `Enter: 열기 · Shift+F10: 옵션 · ${moveKey ? `${moveKey} + 화살표 키: 이동 · ` : ""}Delete: 삭제`,

  passwordLabel: (name) => `${quoted(name)} 비밀번호`,
  passwordOpen: "열기",
  pagesTitle: (name) => `${quoted(name)} 페이지 선택`,
  pagesField: "페이지",
  pagesHint: (pages) => (pages > 6 ? "예: 1-3, 7" : "예: 1, 3"),
  pagesUnknown: (pages) =>
    `1부터 ${number(pages)}까지의 페이지 번호를 입력해 주세요. 예: 1-${number(Math.min(3, pages))}`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner ?? "이 메시지"}: 이미지 최대 ${number(maxImages)}장. ${number(places)}페이지까지 넣을 수 있어요.`,
  page: (page) => `${number(page)}페이지`,
  pagesChosen: (chosen, pages) => `${number(pages)}페이지 중 ${number(chosen)}페이지 선택됨`,
  pagesTooMany: (surplus) => `${number(surplus)}페이지 초과`,
  pagesAll: "모두",
  pagesFirst: (places) => `처음 ${number(places)}페이지`,
  pagesNone: "선택 해제",
  pagesUse: (pages) => `${number(pages)}페이지 사용`,
  pagesCancel: "취소",

  sentAsPdf: (pages, total) => `${pages === undefined ? "" : `${number(pages)}페이지, `}${bytes(total)}, PDF로 전송`,
  partDocuments: (part) => `PDF ${bytes(part)}`,
  meterDocumentsUncounted: (files) => `PDF ${number(files)}개의 토큰 수를 알 수 없음`,
};
