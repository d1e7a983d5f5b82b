/** German: `messages={german}`. */
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

const locale = /* @__PURE__ */ createLocale("de");
const { bytes, count, names, number, percent, quality, size } = locale;

const IMAGES: Forms = { one: "# Bild", other: "# Bilder" };
const TOKENS: Forms = { one: "# Token", other: "# Tokens" };
/** What can be removed where there are PDF files: these alone, or files of both kinds. */
const COUNTED = {
  documents: { one: "# Dokument", other: "# Dokumente" },
  files: { one: "# Datei", other: "# Dateien" },
} as const;

const excessText = (excess: Excess) => locale.excess(excess, IMAGES, TOKENS);
const picture = (figures: Parameters<DropzoneMessages["picture"]>[0]) => locale.picture(figures, ", ");
const ground = (background: string) => otherThanWhite(background) ?? "Weiß";

const ERRORS: Readonly<Record<ImageErrorCode, (error: ImageError) => string>> = {
  "file-empty": () => "Die Datei ist leer.",
  "file-unreadable": () => "Die Datei lässt sich nicht lesen: verschoben, geändert oder gelöscht. Bitte neu auswählen.",
  "file-too-large": ({ actual, limit }) => `Zu groß: ${bytes(actual)}. Erlaubt sind ${bytes(limit)}.`,
  "file-invalid-type": ({ actual, limit }) =>
    `${locale.formats(actual) ?? "Dieses Format"} wird hier nicht angenommen.${locale.formats(limit) ? ` Möglich: ${locale.formats(limit)}.` : ""}`,
  "too-many-files": ({ limit }) => `Zu viele: Erlaubt sind höchstens ${number(limit)}.`,
  "not-an-image": () => "Kein Bild oder beschädigt.",
  "image-truncated": () => "Das Bild ist unvollständig. Bitte neu herunterladen oder kopieren.",
  "image-animated": () => "Animierte Bilder werden hier nicht angenommen. Bitte ein Standbild senden.",
  "image-too-many-pixels": ({ actual, limit }) =>
    `Zu groß: ${locale.millions(actual)} Megapixel. Erlaubt sind ${locale.millions(limit)}.`,
  "image-edge-too-short": ({ actual, limit }) =>
    `Zu klein: Die kurze Seite hat ${number(actual)} Pixel, nötig sind ${number(limit)}.`,
  "image-edge-too-long": ({ actual, limit }) =>
    `Zu groß: Die lange Seite hat ${number(actual)} Pixel, erlaubt sind ${number(limit)}.`,
  "image-too-large": ({ actual, limit }) => `Zu groß zum Senden: ${bytes(actual)}. Erlaubt sind ${bytes(limit)}.`,
  "image-format-unsupported": ({ actual }) =>
    `${locale.formats(actual) ?? "Dieses Format"} lässt sich hier nicht öffnen. Bitte als JPEG oder PNG speichern.`,
  "image-undecodable": () => "Das Bild ist beschädigt und lässt sich nicht öffnen.",
  "password-needed": () => "Die Datei ist geschützt. Zum Öffnen bitte das Passwort eingeben.",
  "password-wrong": () => "Falsches Passwort. Bitte noch einmal versuchen.",
  "image-unencodable": () => "Das verkleinerte Bild konnte nicht gespeichert werden.",
  "decode-timeout": ({ limit }) =>
    `Das Öffnen hat länger als ${locale.seconds(limit)} Sekunden gedauert. Bitte ein kleineres Bild nehmen.`,
  "compress-failed": () => "Die App konnte das Bild nicht verkleinern.",
  "upload-failed": () => "Das Hochladen ist fehlgeschlagen.",
  "document-unsupported": () => "Diese API nimmt keine PDF-Dateien. Bitte die Seiten als Bilder speichern.",
  "document-protected": () => "Diese PDF-Datei ist geschützt. Bitte ohne Passwort speichern und neu hinzufügen.",
  "document-too-large": ({ actual, limit }) => `Zu groß: ${bytes(actual)}. Erlaubt sind ${bytes(limit)}.`,
  "document-too-long": ({ actual, limit }) => `Zu lang: ${number(actual)} Seiten. Erlaubt sind ${number(limit)}.`,
  "document-too-many": ({ limit }) => `Zu viele PDF-Dateien: Erlaubt sind höchstens ${number(limit)}.`,
  "request-too-large": ({ actual, limit }) =>
    `Die Nachricht ist zu groß: ${bytes(actual)}. Erlaubt sind ${bytes(limit)}.`,
  "request-too-many-tokens": ({ actual, limit }) =>
    `Die Nachricht ist zu lang: ${number(actual)} Tokens. Erlaubt sind ${number(limit)}.`,
  "url-invalid": () => "Keine vollständige Webadresse. Sie sieht so aus: https://example.com/photo.jpg",
  "url-scheme": () => "Der Link muss mit https: beginnen.",
  "url-credentials": () => "Der Link enthält Benutzernamen oder Passwort. Bitte entfernen.",
  "url-private-host": () => "Diese Adresse ist nur in deinem Netz erreichbar.",
  "url-not-found": ({ actual }) => `Unter diesem Link ist nichts zu finden (HTTP ${actual ?? 404}).`,
  "url-media-type": ({ actual }) =>
    `Der Link führt zu einem Format, das hier nicht angenommen wird${locale.formats(actual) ? `: ${locale.formats(actual)}` : ""}.`,
  "url-too-large": ({ actual, limit }) => `Zu groß: ${bytes(actual)}. Erlaubt sind ${bytes(limit)}.`,
  "url-unsupported": () => "Links zu Bildern gehen hier nicht. Bitte das Bild selbst hinzufügen.",
  "url-unreadable": () => "Das Bild lässt sich nicht herunterladen. Bitte speichern und die Datei hinzufügen.",
};

const UNKNOWN: Readonly<Record<UrlUnknownReason, string>> = {
  "cross-origin": "Größe unbekannt",
  unreachable: "Server nicht erreichbar",
  timeout: "Server antwortet nicht",
  method: "Größe unbekannt",
  status: "Bild nicht geprüft",
  length: "Größe unbekannt",
  "media-type": "Format unbekannt",
};

const STEPS = { prepare: "wird vorbereitet", check: "wird geprüft", fetch: "wird heruntergeladen" } as const;

const SIZES = {
  default: ["Normal", "Wie die anderen Bilder"],
  auto: ["Automatisch", "Foto oder Text, je nach Bild"],
  photo: ["Foto", "Klein, wenn nichts gelesen werden muss"],
  text: ["Text", "Größer, damit kleine Schrift lesbar bleibt"],
  original: ["Original", "So groß, wie es ist"],
  thumbnail: ["Miniatur", "Gerade groß genug, um es zu erkennen"],
} as const;

const PASTE_REJECTIONS = {
  address: "Nur ein Link zum Bild wurde kopiert. Bitte das Bild speichern und die Datei hinzufügen.",
  several: "Nur Links zu den Bildern wurden kopiert. Bitte ein Bild nach dem anderen kopieren.",
  unreadable: "Das kopierte Bild lässt sich nicht lesen. Bitte speichern und die Datei hinzufügen.",
} as const;

/** All words in German. */
export const german: Required<DropzoneMessages> = {
  areaTitle: "Bilder ablegen, einfügen oder auswählen",
  areaTitleCompact: "Bilder hinzufügen",
  areaTitleDragging: "Zum Hinzufügen loslassen",
  areaHint: "Werden vor dem Senden auf deinem Gerät verkleinert",
  inputLabel: "Bilder auswählen",
  listLabel: "Bilder",
  listMissing: "Ein Teil der App konnte nicht geladen werden. Lade die Seite neu, um deine Bilder zu sehen.",
  waiting: "Wartet",
  preparing: "Wird vorbereitet",
  loadingDecoder: (mediaType, total) =>
    `${locale.formats(mediaType)}-Decoder wird geladen${total === undefined ? "" : `, ${bytes(total)}`}`,
  checking: "Link wird geprüft",
  fetching: "Wird heruntergeladen",
  progressLabel: (name, step) => `${name} ${STEPS[step]}`,
  picture,
  prepared: (source, sent) => `${picture(source)} → ${picture(sent)}`,
  linked: (check) =>
    `Wird als Link gesendet · ${check.status === "ok" ? `${locale.formats(check.mediaType)}, ${bytes(check.bytes)}` : UNKNOWN[check.reason]}`,
  uploading: (share) => (share === undefined ? "Wird hochgeladen" : `Wird hochgeladen: ${percent(share)}`),
  uploadLabel: (name) => `${name} wird hochgeladen`,
  uploaded: "Hochgeladen",
  uploadFailed: () => "Nicht hochgeladen, wird mit der Nachricht gesendet",
  remove: (name) => `${name} entfernen`,
  retry: (name) => `${name} noch einmal versuchen`,
  retryUpload: (name) => `Hochladen von ${name} noch einmal versuchen`,
  retryShort: "Noch einmal versuchen",
  rejected: (rejected) =>
    count(rejected, { one: "# Datei wurde nicht hinzugefügt", other: "# Dateien wurden nicht hinzugefügt" }),
  dismissAll: "Alle ausblenden",
  moveEarlier: (name) => `${name} nach vorn`,
  moveLater: (name) => `${name} nach hinten`,
  error: (error) => ERRORS[error.code](error),
  meterLabel: "Größe der Anfrage",
  meterSize: (used, cap) => locale.usage(used, cap, (has, most) => `${has} von ${most}`),
  meterEstimate: (text) => `Etwa ${text}`,
  meterRoom: (room, imageCount) => {
    if (room > MOST_ROOM_SHOWN) return "";
    if (room === 0 && imageCount === 0) return "Die Unterhaltung füllt dieses Limit aus";
    if (room === 0) return "Kein Platz für weitere Fotos";
    return count(room, { one: "Noch Platz für ein Foto", other: "Noch Platz für etwa # Fotos" });
  },
  meterOver: (excess, imageCount) => {
    const over = `${excessText(excess)} über dem Limit von ${locale.limit(excess)}`;
    return imageCount > 0 ? over : `Schon der Text liegt ${over}`;
  },
  meterTokensOf: (tokens, limit) => `${number(tokens)} von ${number(limit)} Tokens`,
  meterTokens: (tokens, _model, soFar, uncounted) => {
    const without =
      uncounted === 0 ? "" : `, ohne ${count(uncounted, { one: "# verlinktes Bild", other: "# verlinkte Bilder" })}`;
    return `≈ ${locale.rounded(tokens)} ${tokens === 1 ? "Token" : "Tokens"}${soFar ? " bisher" : ""}${without}`;
  },
  meterDetails: "Details",
  meterBytes: (used, cap, owner, covers) => {
    const limit = owner === "app" ? ", Limit dieser App" : "";
    const text =
      Number.isFinite(cap) && cap > 0
        ? `${number(used)} von ${number(cap)} Bytes${limit}`
        : `${number(used)} Bytes, kein Limit bekannt`;
    return covers === "images" ? `${text}, nur die Bilder` : text;
  },
  meterActions: "Passend machen",
  shrinkToFit: "Passend verkleinern",
  shrinkToFitBy: (imageCount, saved) =>
    `Passend verkleinern (${count(imageCount, IMAGES)}, etwa ${bytes(saved)} weniger)`,
  shrinking: "Wird verkleinert\u00a0…",
  shrunk: (imageCount) => `${count(imageCount, IMAGES)} verkleinert`,
  cannotShrink: (missing, unreadable) => {
    const lost =
      unreadable === 0
        ? ""
        : `. ${count(unreadable, { one: "Die Datei von # Bild lässt sich nicht mehr lesen", other: "Die Dateien von # Bildern lassen sich nicht mehr lesen" })}: zum Verkleinern neu hinzufügen`;
    return missing > 0
      ? `Auch in der kleinsten Größe noch ${bytes(missing)} zu groß${lost}`
      : `Auch in der kleinsten Größe zu groß${lost}`;
  },
  removeLast: (imageCount) => count(imageCount, { one: "Letztes Bild entfernen", other: "Letzte # Bilder entfernen" }),
  partConversation: (part) => `Frühere Nachrichten ${bytes(part)}`,
  partImages: (part) => `Bilder ${bytes(part)}`,
  partPending: (part) => `Noch in Arbeit: etwa ${bytes(part)}`,
  advice: (advice) => {
    switch (advice.code) {
      case "fewer-images":
        return `Höchstens ${count(advice.maxImages, IMAGES)}: ${count(advice.images, IMAGES)} entfernen.`;
      case "remove":
        if (advice.images === 0) return "Zum Senden die Nachricht oder die Unterhaltung kürzen.";
        return `Zum Senden ${count(advice.images, advice.counted ? COUNTED[advice.counted] : IMAGES)} entfernen${advice.isEnough ? "" : " und die Unterhaltung kürzen"}.`;
      case "shrink":
        return advice.unit === "tokens"
          ? "Oder die Bilder verkleinern: Weniger Pixel kosten weniger Tokens."
          : "Oder die Bilder verkleinern.";
      case "files-api":
        return advice.uploading > 0
          ? `${count(advice.uploading, { one: "# Bild wird", other: "# Bilder werden" })} gerade hochgeladen; danach ist die Anfrage kleiner.`
          : "Für Entwickler: Bilder einmal über die Files API hochladen und ihre IDs statt der Bytes senden.";
      case "retry-upload":
        return `${count(advice.images, { one: "# Bild konnte nicht hochgeladen werden und wird", other: "# Bilder konnten nicht hochgeladen werden und werden" })} direkt gesendet. Noch einmal hochladen macht die Anfrage kleiner.`;
      case "batch-api":
        return `Für Entwickler: ${advice.label} nimmt bis zu ${locale.cap(advice.maxRequestBytes)} pro Anfrage, zu ${percent(advice.priceRatio * 100)} des Preises.`;
      case "resampled":
        return `Für Entwickler: ${advice.model} verkleinert ${size(advice.from)} noch einmal auf ${size(advice.to)}; box: "endpoint" (${size(advice.box)}) vermeidet das.`;
    }
  },
  announceAdded: (all) => names(all, "# hinzugefügt.", { other: "# Bilder hinzugefügt." }),
  announceRemoved: (all) => names(all, "# entfernt.", { other: "# Bilder entfernt." }),
  announceSent: (all) => names(all, "# gesendet.", { other: "# Bilder gesendet." }),
  announceProgress: (done, total) => `${number(done)} von ${number(total)} fertig.`,
  announceReady: (all) => names(all, "# fertig.", { other: "# Bilder fertig." }),
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `${number(rejected.length)} Dateien wurden nicht hinzugefügt. Die erste, ${first.name}: ${first.reason}`;
    return rejected.map(({ name, reason }) => `${name} wurde nicht hinzugefügt: ${reason}`).join(" ");
  },
  announceUploaded: (all) => names(all, "# hochgeladen.", { other: "# Bilder hochgeladen." }),
  announceUploadFailed: (all) =>
    names(all, "# konnte nicht hochgeladen werden und wird mit der Nachricht gesendet.", {
      other: "# Bilder konnten nicht hochgeladen werden und werden mit der Nachricht gesendet.",
    }),
  announceOver: (excess, imageCount) =>
    `${excessText(excess)} über dem Limit: ${imageCount === 0 ? "die Nachricht kürzen" : `${count(imageCount, IMAGES)} entfernen`}.`,
  announceFits: "Die Nachricht passt wieder.",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],
  openPreview: (name) => `${name} anzeigen`,
  dropHere: "Hier ablegen",
  dropCount: (imageCount) =>
    count(imageCount, { one: "Loslassen, um # Bild hinzuzufügen", other: "Loslassen, um # Bilder hinzuzufügen" }),
  imagesOnly: "Nur Bilder",
  dismiss: (name) => `${name} ausblenden`,
  removeAll: "Alle Bilder entfernen",
  smallText: (source, sent) =>
    `Kleine Schrift ist bei ${percent(Math.round((sent.width / source.width) * 100))} der Größe vielleicht schwer zu lesen`,
  keepLarger: (name) => `${name} größer lassen`,
  split: (name) => `${name} in lesbare Stücke teilen`,
  choosePages: "Seiten auswählen",
  choosePagesHint: "Andere Seiten dieser Datei senden",
  formRequired: "Bitte füge ein Bild hinzu.",
  formWorking: "Die Bilder sind noch nicht fertig. Versuche es gleich noch einmal.",
  formOver: "Die Bilder sind zu groß zum Senden. Entferne einige oder verkleinere sie.",
  removedNotice: (all) => names(all, "# entfernt.", { other: "# Bilder entfernt." }),
  undo: "Rückgängig",
  announceRemovedWithUndo: (all) =>
    names(all, "# entfernt. Lässt sich rückgängig machen.", {
      other: "# Bilder entfernt. Lässt sich rückgängig machen.",
    }),
  announceRestored: (all) => names(all, "# wieder da.", { other: "# Bilder wieder da." }),
  announceDismissed: (all) => names(all, "# ausgeblendet.", { other: "# Dateien ausgeblendet." }),
  announceMoved: (position, total) => `Jetzt an Stelle ${number(position)} von ${number(total)}.`,

  previewClose: "Schließen",
  previewPrevious: "Vorheriges Bild",
  previewNext: "Nächstes Bild",
  previewPosition: (index, total) => `${number(index)} von ${number(total)}`,
  previewChanges: "Was geändert wurde",
  change: (change) => {
    switch (change.code) {
      case "resized":
        return `Von ${size(change.from)} auf ${size(change.to)} verkleinert, ${change.because === "box" ? `passend für ${size(change.box)}` : "damit die Datei klein genug ist"}.`;
      case "reencoded":
        return `${change.from === change.to ? "Gespeichert als" : `Von ${locale.formats(change.from)} umgewandelt in`} ${locale.formats(change.to)}${change.quality === undefined ? "" : `, Qualität ${quality(change.quality)}`}${change.insteadOf ? `, kleiner als ${locale.formats(change.insteadOf.mediaType)} (${bytes(change.insteadOf.bytes)})` : ""}; Standort und andere Metadaten entfernt.`;
      case "rotated":
        return `Aufrecht gedreht: Nicht jedes Modell liest die EXIF-Ausrichtung (${number(change.orientation)}).`;
      case "flattened":
        return `Durchsichtige Flächen gefüllt mit: ${ground(change.background)}.`;
      case "padded":
        return `Von ${size(change.from)} auf ${size(change.to)} ergänzt, Rand: ${ground(change.background)}. Diese API braucht mindestens ${number(change.minEdgePx)} Pixel je Seite.`;
      case "first-frame":
        return change.frame > 1
          ? `Die Animation beginnt einfarbig; gesendet wird Bild ${number(change.frame)}, das erste mit Inhalt.`
          : "Die Datei enthält mehrere Bilder oder eine Animation; gesendet wird das erste.";
      case "kept-animation":
        return `Die ganze Animation wird unverändert gesendet: ${locale.formats(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "contact-sheet":
        return `${number(change.timesMs.length)} von ${number(change.frameCount)} Bildern der Animation stehen auf einem Blatt, jedes mit seiner Zeit.`;
      case "animation-unavailable":
        return "Die ganze Animation lässt sich hier nicht senden; gesendet wird ein einzelnes Bild.";
      case "one-colour":
        return "Das Bild ist einfarbig; sonst ist nichts darauf zu sehen.";
      case "truncated":
        return `Diese ${locale.formats(change.mediaType)}-Datei ist unvollständig. Gesendet wird, was sich lesen ließ; der Rest ist leer.`;
      case "metadata-stripped":
        return `Entfernt, ohne ein Pixel zu ändern: ${locale.removed(change.removed, "EXIF (mit GPS-Position)", "weitere Daten")}.`;
      case "kept-original":
        if (change.because === "fits")
          return `Unverändert gesendet: ${size(change)} ist klein genug, und neu speichern würde Qualität kosten.`;
        return change.because === "smaller"
          ? `Unverändert gesendet: Das Original hat ${bytes(change.bytes)}, neu gespeichert wären es ${bytes(change.encodedBytes)}.`
          : `Dieser Browser kann das Bild nicht verkleinert speichern. Gesendet wird das Original: ${locale.formats(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "quality-lowered":
        return `Qualität von ${quality(change.from)} auf ${quality(change.to)} gesenkt, damit die Datei klein genug ist.`;
      case "decoded-by-plugin":
        return `${locale.formats(change.mediaType)} wurde vom Decoder der App geöffnet.`;
      case "page":
        return `Gesendet wird Seite ${number(change.page)} der Datei.`;
      case "piece":
        return `Stück ${number(change.piece)} von ${number(change.of)} eines hohen Bildes, Zeilen ${number(change.rows.from)} bis ${number(change.rows.to)}: Im Ganzen wäre die Schrift zu klein.`;
      case "compressed-by-app":
        return `Von der App als ${locale.formats(change.to)} gespeichert.${change.isRotatedHere ? " Danach aufrecht gedreht und neu gespeichert." : ""}`;
      case "from-prepared":
        return "Aus dem schon vorbereiteten Bild gemacht: Das Original lässt sich nicht mehr lesen.";
    }
  },
  previewKeepLarger: "Größer lassen",
  previewKeepSmaller: "Normale Größe",
  previewRemove: "Entfernen",
  compareOriginal: "Original",
  compareSent: "Wird gesendet",
  compareOriginalAlt: (name) => `${name}, das Original`,
  compareSentAlt: (name) => `${name}, wie es gesendet wird`,
  compareSlider: "Wie viel vom Original zu sehen ist",
  compareShare: (share) => `${percent(share)} Original`,
  comparePan: "Bild in tatsächlicher Größe. Die Pfeiltasten verschieben es.",
  compareActualSize: "Tatsächliche Größe",
  compareSaving: "Größe",
  compareSaved: (originalBytes, sentBytes) => {
    const saved = savedShare(originalBytes, sentBytes);
    return saved ? `${percent(saved.percent)} ${saved.isSmaller ? "kleiner" : "größer"}` : "unverändert";
  },
  originalUnshown: (format) => `Dieser Browser kann das Original nicht anzeigen (${format}).`,
  originalGone: "Die Originaldatei wurde verschoben oder gelöscht.",

  partName: (name, { first, last, of, arePieces }) => {
    const [one, several] = arePieces ? ["Teil", "Teile"] : ["Seite", "Seiten"];
    const which = first === last ? `${one} ${number(first)}` : `${several} ${number(first)} bis ${number(last)}`;
    return `${name} (${which} von ${number(of)})`;
  },
  itemLabel: (name, state) => `${name}, ${state}`,
  itemMenu: (name) => `Optionen für ${name}`,
  itemMenuShort: "Optionen",
  menuSizes: "Größe",
  menuSize: (choice) => SIZES[choice][0],
  menuSizeHint: (choice) => SIZES[choice][1],
  menuPin: "Anheften",
  menuPinHint: "Dieses Bild zuletzt verkleinern",
  pinned: "Angeheftet",
  announcePinned: (name) => `${name} angeheftet: Es wird zuletzt verkleinert.`,
  announceUnpinned: (name) => `${name} ist nicht mehr angeheftet.`,
  tileKeys: (moveKey) =>
    `Eingabe: öffnen · Umschalt+F10: Optionen · ${moveKey ? `${moveKey} + Pfeiltasten: verschieben · ` : ""}Entf: entfernen`,

  passwordLabel: (name) => `Passwort für ${name}`,
  passwordOpen: "Öffnen",
  pagesTitle: (name) => `Seiten von ${name} auswählen`,
  pagesField: "Seiten",
  pagesHint: (pages) => (pages > 6 ? "Zum Beispiel 1-3, 7" : "Zum Beispiel 1, 3"),
  pagesUnknown: (pages) =>
    `Bitte Seitenzahlen von 1 bis ${number(pages)} eingeben, zum Beispiel 1-${number(Math.min(3, pages))}.`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner ?? "Diese Nachricht"} erlaubt ${count(maxImages, IMAGES)}; ${count(places, { one: "# Seite passt", other: "# Seiten passen" })}.`,
  page: (page) => `Seite ${number(page)}`,
  pagesChosen: (chosen, pages) => `${number(chosen)} von ${number(pages)} Seiten ausgewählt`,
  pagesTooMany: (surplus) => `${number(surplus)} zu viel`,
  pagesAll: "Alle",
  pagesFirst: (places) => (places === 1 ? "Die erste" : `Die ersten ${number(places)}`),
  pagesNone: "Keine",
  pagesUse: (pages) => count(pages, { one: "# Seite hinzufügen", other: "# Seiten hinzufügen" }),
  pagesCancel: "Abbrechen",

  sentAsPdf: (pages, total) =>
    `${pages === undefined ? "" : `${count(pages, { one: "# Seite", other: "# Seiten" })}, `}${bytes(total)}, wird als PDF gesendet`,
  partDocuments: (part) => `PDF-Dateien ${bytes(part)}`,
  meterDocumentsUncounted: (files) =>
    count(files, { one: "Tokens von # PDF-Datei unbekannt", other: "Tokens von # PDF-Dateien unbekannt" }),
};
