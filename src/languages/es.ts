/** Spanish: `messages={spanish}`. */
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

const locale = /* @__PURE__ */ createLocale("es");
const { bytes, count, names, number, percent, quality, size } = locale;

const IMAGES: Forms = { one: "# imagen", other: "# imágenes" };
const TOKENS: Forms = { one: "# token", other: "# tokens" };
/** What can be removed where there are PDF files: these alone, or files of both kinds. */
const COUNTED = {
  documents: { one: "# documento", other: "# documentos" },
  files: { one: "# archivo", other: "# archivos" },
} as const;

const excessText = (excess: Excess) => locale.excess(excess, IMAGES, TOKENS);
const picture = (figures: Parameters<DropzoneMessages["picture"]>[0]) => locale.picture(figures, ", ");
const format = (mediaType: string | number | undefined) => locale.formats(mediaType) ?? "este formato";
const ground = (background: string) => otherThanWhite(background) ?? "blanco";

const ERRORS: Readonly<Record<ImageErrorCode, (error: ImageError) => string>> = {
  "file-empty": () => "El archivo está vacío.",
  "file-unreadable": () => "Ya no se puede leer el archivo: se movió, cambió o borró. Elígelo otra vez.",
  "file-too-large": ({ actual, limit }) => `Demasiado grande: ${bytes(actual)}. El máximo es ${bytes(limit)}.`,
  "file-invalid-type": ({ actual, limit }) =>
    `Aquí no se acepta ${format(actual)}.${locale.formats(limit) ? ` Formatos admitidos: ${format(limit)}.` : ""}`,
  "too-many-files": ({ limit }) => `Son demasiadas: el máximo es ${number(limit)}.`,
  "not-an-image": () => "No es una imagen o está dañada.",
  "image-truncated": () => "La imagen está incompleta. Descárgala o cópiala otra vez.",
  "image-animated": () => "Aquí no se admiten animaciones. Envía una imagen fija.",
  "image-too-many-pixels": ({ actual, limit }) =>
    `Demasiado grande: ${locale.millions(actual)} megapíxeles. El máximo es ${locale.millions(limit)}.`,
  "image-edge-too-short": ({ actual, limit }) =>
    `Demasiado pequeña: el lado corto tiene ${number(actual)} píxeles y necesita ${number(limit)}.`,
  "image-edge-too-long": ({ actual, limit }) =>
    `Demasiado grande: el lado largo tiene ${number(actual)} píxeles; el máximo es ${number(limit)}.`,
  "image-too-large": ({ actual, limit }) =>
    `Demasiado grande: ${bytes(actual)} al enviarla. El máximo es ${bytes(limit)}.`,
  "image-format-unsupported": ({ actual }) => `Aquí no se puede abrir ${format(actual)}. Guárdala como JPEG o PNG.`,
  "image-undecodable": () => "La imagen está dañada y no se puede abrir.",
  "password-needed": () => "El archivo está protegido. Escribe la contraseña para abrirlo.",
  "password-wrong": () => "Contraseña incorrecta. Inténtalo otra vez.",
  "image-unencodable": () => "No se pudo guardar la imagen reducida.",
  "decode-timeout": ({ limit }) =>
    `Tardó más de ${locale.seconds(limit)} segundos en abrirse. Prueba con una más pequeña.`,
  "compress-failed": () => "La aplicación no pudo reducir la imagen.",
  "upload-failed": () => "No se pudo subir.",
  "document-unsupported": () => "Esta API no admite PDF. Guarda las páginas como imágenes.",
  "document-protected": () => "Este PDF está protegido. Guárdalo sin contraseña y añádelo otra vez.",
  "document-too-large": ({ actual, limit }) => `Demasiado grande: ${bytes(actual)}. El máximo es ${bytes(limit)}.`,
  "document-too-long": ({ actual, limit }) =>
    `Demasiado largo: ${number(actual)} páginas. El máximo es ${number(limit)}.`,
  "document-too-many": ({ limit }) => `Demasiados PDF: el máximo es ${number(limit)}.`,
  "request-too-large": ({ actual, limit }) =>
    `El mensaje es demasiado grande: ${bytes(actual)}. El máximo es ${bytes(limit)}.`,
  "request-too-many-tokens": ({ actual, limit }) =>
    `El mensaje es demasiado largo: ${number(actual)} tokens. El máximo es ${number(limit)}.`,
  "url-invalid": () => "No es una dirección web completa. Escríbela así: https://example.com/photo.jpg",
  "url-scheme": () => "El enlace debe empezar por https:.",
  "url-credentials": () => "El enlace contiene un usuario o una contraseña. Quítalos.",
  "url-private-host": () => "Esa dirección solo funciona en tu red.",
  "url-not-found": ({ actual }) => `No hay nada en ese enlace (HTTP ${actual ?? 404}).`,
  "url-media-type": ({ actual }) =>
    `El enlace lleva a un formato que aquí no se acepta${locale.formats(actual) ? `: ${format(actual)}` : ""}.`,
  "url-too-large": ({ actual, limit }) => `Demasiado grande: ${bytes(actual)}. El máximo es ${bytes(limit)}.`,
  "url-unsupported": () => "Aquí no se aceptan enlaces a imágenes. Añade la imagen.",
  "url-unreadable": () => "No se puede descargar la imagen. Guárdala y añade el archivo.",
};

const UNKNOWN: Readonly<Record<UrlUnknownReason, string>> = {
  "cross-origin": "tamaño desconocido",
  unreachable: "el servidor no responde",
  timeout: "el servidor no responde",
  method: "tamaño desconocido",
  status: "sin comprobar",
  length: "tamaño desconocido",
  "media-type": "formato desconocido",
};

const STEPS = { prepare: "Preparando", check: "Comprobando", fetch: "Descargando" } as const;

const SIZES = {
  default: ["Normal", "Como las demás imágenes"],
  auto: ["Automático", "Foto o texto, según lo que muestre"],
  photo: ["Foto", "Pequeña, si no hay nada que leer"],
  text: ["Texto", "Más grande, para que la letra pequeña se lea"],
  original: ["Original", "Tal como es"],
  thumbnail: ["Miniatura", "Lo justo para reconocerla"],
} as const;

const PASTE_REJECTIONS = {
  address: "Solo se copió un enlace a la imagen. Guárdala y añade el archivo.",
  several: "Solo se copiaron enlaces a las imágenes. Cópialas de una en una.",
  unreadable: "No se puede leer la imagen copiada. Guárdala y añade el archivo.",
} as const;

/** All words in Spanish. */
export const spanish: Required<DropzoneMessages> = {
  areaTitle: "Suelta, pega o elige imágenes",
  areaTitleCompact: "Añadir imágenes",
  areaTitleDragging: "Suelta para añadir",
  areaHint: "Se reducen en tu dispositivo antes de enviarlas",
  inputLabel: "Elegir imágenes",
  listLabel: "Imágenes",
  listMissing: "No se pudo cargar una parte de la aplicación. Recarga la página para ver tus imágenes.",
  waiting: "En espera",
  preparing: "Preparando",
  loadingDecoder: (mediaType, total) =>
    `Cargando el decodificador de ${format(mediaType)}${total === undefined ? "" : `, ${bytes(total)}`}`,
  checking: "Comprobando el enlace",
  fetching: "Descargando",
  progressLabel: (name, step) => `${STEPS[step]} ${name}`,
  picture,
  prepared: (source, sent) => `${picture(source)} → ${picture(sent)}`,
  linked: (check) =>
    `Se envía como enlace · ${check.status === "ok" ? `${format(check.mediaType)}, ${bytes(check.bytes)}` : UNKNOWN[check.reason]}`,
  uploading: (share) => (share === undefined ? "Subiendo" : `Subiendo: ${percent(share)}`),
  uploadLabel: (name) => `Subiendo ${name}`,
  uploaded: "Subida",
  uploadFailed: () => "No se pudo subir; se enviará con el mensaje",
  remove: (name) => `Quitar ${name}`,
  retry: (name) => `Volver a intentar con ${name}`,
  retryUpload: (name) => `Volver a subir ${name}`,
  retryShort: "Reintentar",
  rejected: (rejected) => count(rejected, { one: "No se añadió # archivo", other: "No se añadieron # archivos" }),
  dismissAll: "Descartar todos",
  moveEarlier: (name) => `Mover ${name} hacia delante`,
  moveLater: (name) => `Mover ${name} hacia atrás`,
  error: (error) => ERRORS[error.code](error),
  meterLabel: "Tamaño del mensaje",
  meterSize: (used, cap) => locale.usage(used, cap, (has, most) => `${has} de ${most}`),
  meterEstimate: (text) => `Unos ${text}`,
  meterRoom: (room, imageCount) => {
    if (room > MOST_ROOM_SHOWN) return "";
    if (room === 0 && imageCount === 0) return "La conversación ocupa todo el límite";
    if (room === 0) return "No caben más fotos";
    return count(room, { one: "Cabe una foto más", other: "Caben unas # fotos más" });
  },
  meterOver: (excess, imageCount) => {
    const over = `${excessText(excess)} por encima del límite de ${locale.limit(excess)}`;
    return imageCount > 0 ? over : `Solo el texto está ${over}`;
  },
  meterTokensOf: (tokens, limit) => `${number(tokens)} de ${number(limit)} tokens`,
  meterTokens: (tokens, _model, soFar, uncounted) => {
    const without =
      uncounted === 0
        ? ""
        : `, sin contar ${count(uncounted, { one: "# imagen enlazada", other: "# imágenes enlazadas" })}`;
    return `≈ ${locale.rounded(tokens)} ${tokens === 1 ? "token" : "tokens"}${soFar ? " por ahora" : ""}${without}`;
  },
  meterDetails: "Detalles",
  meterBytes: (used, cap, owner, covers) => {
    const limit = owner === "app" ? ", límite de esta aplicación" : "";
    const text =
      Number.isFinite(cap) && cap > 0
        ? `${number(used)} de ${number(cap)} bytes${limit}`
        : `${number(used)} bytes, sin límite conocido`;
    return covers === "images" ? `${text}, solo las imágenes` : text;
  },
  meterActions: "Hacer que quepa",
  shrinkToFit: "Reducir para que quepa",
  shrinkToFitBy: (imageCount, saved) =>
    `Reducir para que quepa (${count(imageCount, IMAGES)}, unos ${bytes(saved)} menos)`,
  shrinking: "Reduciendo…",
  shrunk: (imageCount) => count(imageCount, { one: "# imagen reducida", other: "# imágenes reducidas" }),
  cannotShrink: (missing, unreadable) => {
    const lost =
      unreadable === 0
        ? ""
        : `. ${count(unreadable, { one: "Ya no se puede leer el archivo de # imagen: añádelo", other: "Ya no se pueden leer los archivos de # imágenes: añádelos" })} otra vez para reducir`;
    return missing > 0 ? `Aun al mínimo, sobran ${bytes(missing)}${lost}` : `Demasiado grande aun al mínimo${lost}`;
  },
  removeLast: (imageCount) =>
    count(imageCount, { one: "Quitar la última imagen", other: "Quitar las últimas # imágenes" }),
  partConversation: (part) => `Mensajes anteriores ${bytes(part)}`,
  partImages: (part) => `Imágenes ${bytes(part)}`,
  partPending: (part) => `En preparación: unos ${bytes(part)}`,
  advice: (advice) => {
    switch (advice.code) {
      case "fewer-images":
        return `Como máximo ${count(advice.maxImages, IMAGES)}: quita ${count(advice.images, IMAGES)}.`;
      case "remove":
        if (advice.images === 0) return "Acorta el mensaje o la conversación para enviarlo.";
        return `Quita ${count(advice.images, advice.counted ? COUNTED[advice.counted] : IMAGES)}${advice.isEnough ? "" : " y acorta la conversación"} para enviarlo.`;
      case "shrink":
        return advice.unit === "tokens"
          ? "O reduce las imágenes: menos píxeles cuestan menos tokens."
          : "O reduce las imágenes.";
      case "files-api":
        return advice.uploading > 0
          ? `${count(advice.uploading, { one: "Se está subiendo # imagen", other: "Se están subiendo # imágenes" })}; después el mensaje ocupará menos.`
          : "Para desarrolladores: Sube las imágenes una vez con la Files API y envía sus id en lugar de sus bytes.";
      case "retry-upload":
        return `${count(advice.images, { one: "No se pudo subir # imagen", other: "No se pudieron subir # imágenes" })}. Inténtalo otra vez.`;
      case "batch-api":
        return `Para desarrolladores: ${advice.label} acepta hasta ${locale.cap(advice.maxRequestBytes)} por petición, al ${percent(advice.priceRatio * 100)} del precio.`;
      case "resampled":
        return `Para desarrolladores: ${advice.model} vuelve a reducir ${size(advice.from)} a ${size(advice.to)}; box: "endpoint" (${size(advice.box)}) lo evita.`;
    }
  },
  announceAdded: (all) => names(all, "Se añadió #.", { other: "Se añadieron # imágenes." }),
  announceRemoved: (all) => names(all, "Se quitó #.", { other: "Se quitaron # imágenes." }),
  announceSent: (all) => names(all, "Se envió #.", { other: "Se enviaron # imágenes." }),
  announceProgress: (done, total) => `${number(done)} de ${number(total)} listas.`,
  announceReady: (all) => names(all, "# está lista.", { other: "# imágenes listas." }),
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `No se añadieron ${number(rejected.length)} archivos. El primero, ${first.name}: ${first.reason}`;
    return rejected.map(({ name, reason }) => `No se añadió ${name}: ${reason}`).join(" ");
  },
  announceUploaded: (all) => names(all, "Se subió #.", { other: "Se subieron # imágenes." }),
  announceUploadFailed: (all) =>
    names(all, "No se pudo subir #; se enviará con el mensaje.", {
      other: "No se pudieron subir # imágenes; se enviarán con el mensaje.",
    }),
  announceOver: (excess, imageCount) =>
    `${excessText(excess)} por encima del límite: ${imageCount === 0 ? "acorta el mensaje" : `quita ${count(imageCount, IMAGES)}`}.`,
  announceFits: "Ya cabe.",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],
  openPreview: (name) => `Ver ${name}`,
  dropHere: "Suelta aquí",
  dropCount: (imageCount) =>
    count(imageCount, { one: "Suelta para añadir # imagen", other: "Suelta para añadir # imágenes" }),
  imagesOnly: "Solo imágenes",
  dismiss: (name) => `Descartar ${name}`,
  removeAll: "Quitar todas las imágenes",
  smallText: (source, sent) =>
    `La letra pequeña puede leerse mal al ${percent(Math.round((sent.width / source.width) * 100))} del tamaño`,
  keepLarger: (name) => `Mantener ${name} más grande`,
  split: (name) => `Dividir ${name} en partes legibles`,
  removedNotice: (all) => names(all, "Se quitó #.", { other: "Se quitaron # imágenes." }),
  undo: "Deshacer",
  announceRemovedWithUndo: (all) =>
    names(all, "Se quitó #. Se puede deshacer.", { other: "Se quitaron # imágenes. Se puede deshacer." }),
  announceRestored: (all) => names(all, "Se recuperó #.", { other: "Se recuperaron # imágenes." }),
  announceDismissed: (all) => names(all, "Se descartó #.", { other: "Se descartaron # archivos." }),
  announceMoved: (position, total) => `Ahora en el lugar ${number(position)} de ${number(total)}.`,

  previewClose: "Cerrar",
  previewPrevious: "Imagen anterior",
  previewNext: "Imagen siguiente",
  previewPosition: (index, total) => `${number(index)} de ${number(total)}`,
  previewChanges: "Qué ha cambiado",
  change: (change) => {
    switch (change.code) {
      case "resized":
        return `Reducida de ${size(change.from)} a ${size(change.to)} para ${change.because === "box" ? `caber en ${size(change.box)}` : "no pasar del tamaño máximo"}.`;
      case "reencoded":
        return `${change.from === change.to ? "Guardada como" : `Convertida de ${format(change.from)} a`} ${format(change.to)}${change.quality === undefined ? "" : `, calidad ${quality(change.quality)}`}${change.insteadOf ? `, más pequeña que en ${format(change.insteadOf.mediaType)} (${bytes(change.insteadOf.bytes)})` : ""}; sin ubicación ni otros metadatos.`;
      case "rotated":
        return `Girada para verse derecha: no todos los modelos leen la orientación EXIF (${number(change.orientation)}).`;
      case "flattened":
        return `Las zonas transparentes se rellenaron de ${ground(change.background)}.`;
      case "padded":
        return `Ampliada de ${size(change.from)} a ${size(change.to)} con un borde ${ground(change.background)}: esta API necesita al menos ${number(change.minEdgePx)} píxeles por lado.`;
      case "first-frame":
        return change.frame > 1
          ? `La animación empieza con un solo color; se envía el fotograma ${number(change.frame)}, el primero que muestra algo.`
          : "El archivo contiene varias imágenes o una animación; se envía la primera.";
      case "kept-animation":
        return `Se envía toda la animación tal cual: ${format(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "contact-sheet":
        return `${number(change.timesMs.length)} de ${number(change.frameCount)} fotogramas de la animación van en una sola imagen, cada uno con su tiempo.`;
      case "animation-unavailable":
        return "Aquí no se puede enviar toda la animación; se envía un solo fotograma.";
      case "one-colour":
        return "La imagen tiene un solo color; no se ve nada más.";
      case "truncated":
        return `Este ${format(change.mediaType)} está incompleto. Se envía lo que se pudo leer; el resto queda vacío.`;
      case "metadata-stripped":
        return `Se quitó sin cambiar ningún píxel: ${locale.removed(change.removed, "EXIF (con ubicación GPS)", "otros datos")}.`;
      case "kept-original":
        if (change.because === "fits")
          return `Se envía tal cual: ${size(change)} ya es bastante pequeño y guardarla otra vez le quitaría calidad.`;
        return change.because === "smaller"
          ? `Se envía tal cual: ocupa ${bytes(change.bytes)}; guardada otra vez ocuparía ${bytes(change.encodedBytes)}.`
          : `Este navegador no puede guardar la imagen reducida. Se envía el original: ${format(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "quality-lowered":
        return `La calidad bajó de ${quality(change.from)} a ${quality(change.to)} para no pasar del tamaño máximo.`;
      case "decoded-by-plugin":
        return `${format(change.mediaType)} se abrió con el decodificador de la aplicación.`;
      case "page":
        return `Se envía la página ${number(change.page)} del archivo.`;
      case "piece":
        return `Parte ${number(change.piece)} de ${number(change.of)} de una imagen alta, filas ${number(change.rows.from)} a ${number(change.rows.to)}: entera, su texto sería demasiado pequeño.`;
      case "compressed-by-app":
        return `La aplicación la guardó como ${format(change.to)}.${change.isRotatedHere ? " Después se giró y se guardó otra vez." : ""}`;
      case "from-prepared":
        return "Hecha a partir de la imagen ya preparada: el original ya no se puede leer.";
    }
  },
  previewKeepLarger: "Mantener más grande",
  previewKeepSmaller: "Usar el tamaño normal",
  previewRemove: "Quitar",
  compareOriginal: "Original",
  compareSent: "Se enviará",
  compareOriginalAlt: (name) => `${name}, el original`,
  compareSentAlt: (name) => `${name}, como se envía`,
  compareSlider: "Cuánto se ve del original",
  compareShare: (share) => `${percent(share)} del original`,
  comparePan: "Imagen a tamaño real. Muévela con las flechas.",
  compareActualSize: "Tamaño real",
  compareSaving: "Tamaño",
  compareSaved: (originalBytes, sentBytes) => {
    const saved = savedShare(originalBytes, sentBytes);
    return saved ? `${percent(saved.percent)} ${saved.isSmaller ? "menos" : "más"}` : "sin cambios";
  },
  originalUnshown: (name) => `Este navegador no puede mostrar el original (${name}).`,
  originalGone: "El archivo original se movió o se borró.",

  partName: (name, { first, last, of, arePieces }) => {
    const [one, several] = arePieces ? ["parte", "partes"] : ["página", "páginas"];
    const which = first === last ? `${one} ${number(first)}` : `${several} ${number(first)} a ${number(last)}`;
    return `${name} (${which} de ${number(of)})`;
  },
  itemLabel: (name, state) => `${name}, ${state}`,
  itemMenu: (name) => `Opciones de ${name}`,
  itemMenuShort: "Opciones",
  menuSizes: "Tamaño",
  menuSize: (choice) => SIZES[choice][0],
  menuSizeHint: (choice) => SIZES[choice][1],
  menuPin: "Fijar",
  menuPinHint: "Reducirla en último lugar",
  choosePages: "Elegir páginas",
  choosePagesHint: "Enviar otras páginas de este archivo",
  formRequired: "Añade una imagen.",
  formWorking: "Las imágenes aún no están listas. Inténtalo de nuevo en un momento.",
  formOver: "Las imágenes son demasiado grandes para enviarlas. Quita algunas o redúcelas.",
  pinned: "Fijada",
  announcePinned: (name) => `${name} fijada: se reducirá en último lugar.`,
  announceUnpinned: (name) => `${name} ya no está fijada.`,
  tileKeys: (moveKey) =>
    `Intro: abrir · Mayús+F10: opciones · ${moveKey ? `${moveKey} + flechas: mover · ` : ""}Supr: quitar`,

  passwordLabel: (name) => `Contraseña de ${name}`,
  passwordOpen: "Abrir",
  pagesTitle: (name) => `Elegir páginas de ${name}`,
  pagesField: "Páginas",
  pagesHint: (pages) => (pages > 6 ? "Por ejemplo 1-3, 7" : "Por ejemplo 1, 3"),
  pagesUnknown: (pages) =>
    `Escribe números de página del 1 al ${number(pages)}, por ejemplo 1-${number(Math.min(3, pages))}.`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner ?? "Este mensaje"} admite ${count(maxImages, IMAGES)}; ${count(places, { one: "cabe # página", other: "caben # páginas" })}.`,
  page: (page) => `Página ${number(page)}`,
  pagesChosen: (chosen, pages) => `${number(chosen)} de ${number(pages)} páginas elegidas`,
  pagesTooMany: (surplus) => `Sobran ${number(surplus)}`,
  pagesAll: "Todas",
  pagesFirst: (places) => (places === 1 ? "La primera" : `Las primeras ${number(places)}`),
  pagesNone: "Ninguna",
  pagesUse: (pages) => count(pages, { one: "Usar # página", other: "Usar # páginas" }),
  pagesCancel: "Cancelar",

  sentAsPdf: (pages, total) =>
    `${pages === undefined ? "" : `${count(pages, { one: "# página", other: "# páginas" })}, `}${bytes(total)}, se envía como PDF`,
  partDocuments: (part) => `PDF ${bytes(part)}`,
  meterDocumentsUncounted: (files) =>
    count(files, { one: "Tokens de # PDF desconocidos", other: "Tokens de # PDF desconocidos" }),
};
