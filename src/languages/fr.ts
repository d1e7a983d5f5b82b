/** French: `messages={french}`. */
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

const locale = /* @__PURE__ */ createLocale("fr");
const { bytes, count, names, number, percent, quality, size } = locale;

const IMAGES: Forms = { one: "# image", other: "# images" };
const TOKENS: Forms = { one: "# jeton", other: "# jetons" };
/** What can be removed where there are PDF files: these alone, or files of both kinds. */
const COUNTED = {
  documents: { one: "# document", other: "# documents" },
  files: { one: "# fichier", other: "# fichiers" },
} as const;

const excessText = (excess: Excess) => locale.excess(excess, IMAGES, TOKENS);
const picture = (figures: Parameters<DropzoneMessages["picture"]>[0]) => locale.picture(figures, ", ");
const format = (mediaType: string | number | undefined) => locale.formats(mediaType) ?? "ce format";
/** Named after a colon, if it is known. */
const named = (mediaType: string | number | undefined) =>
  locale.formats(mediaType) ? `\u202f: ${format(mediaType)}` : "";
const ground = (background: string) => otherThanWhite(background) ?? "blanc";

const ERRORS: Readonly<Record<ImageErrorCode, (error: ImageError) => string>> = {
  "file-empty": () => "Le fichier est vide.",
  "file-unreadable": () =>
    "Le fichier n’est plus lisible\u202f: déplacé, modifié ou supprimé. Choisissez-le à nouveau.",
  "file-too-large": ({ actual, limit }) => `Trop lourd\u202f: ${bytes(actual)}. Le maximum est de ${bytes(limit)}.`,
  "file-invalid-type": ({ actual, limit }) =>
    `Format refusé ici${named(actual)}.${locale.formats(limit) ? ` Formats acceptés\u202f: ${format(limit)}.` : ""}`,
  "too-many-files": ({ limit }) => `Trop d’images\u202f: le maximum est de ${number(limit)}.`,
  "not-an-image": () => "Ce n’est pas une image, ou elle est endommagée.",
  "image-truncated": () => "L’image est incomplète. Téléchargez-la ou copiez-la à nouveau.",
  "image-animated": () => "Les animations ne sont pas acceptées ici. Envoyez une image fixe.",
  "image-too-many-pixels": ({ actual, limit }) =>
    `Trop grande\u202f: ${locale.millions(actual)} mégapixels. Le maximum est de ${locale.millions(limit)}.`,
  "image-edge-too-short": ({ actual, limit }) =>
    `Trop petite\u202f: le petit côté fait ${number(actual)} pixels, il en faut ${number(limit)}.`,
  "image-edge-too-long": ({ actual, limit }) =>
    `Trop grande\u202f: le grand côté fait ${number(actual)} pixels, le maximum est de ${number(limit)}.`,
  "image-too-large": ({ actual, limit }) =>
    `Trop lourde\u202f: ${bytes(actual)} à l’envoi. Le maximum est de ${bytes(limit)}.`,
  "image-format-unsupported": ({ actual }) =>
    `Impossible d’ouvrir ${format(actual)} ici. Enregistrez l’image en JPEG ou en PNG.`,
  "image-undecodable": () => "L’image est endommagée et ne s’ouvre pas.",
  "password-needed": () => "Le fichier est protégé. Saisissez son mot de passe pour l’ouvrir.",
  "password-wrong": () => "Mot de passe incorrect. Réessayez.",
  "image-unencodable": () => "L’image réduite n’a pas pu être enregistrée.",
  "decode-timeout": ({ limit }) =>
    `L’ouverture a pris plus de ${locale.seconds(limit)} secondes. Essayez une image plus petite.`,
  "compress-failed": () => "L’application n’a pas pu réduire l’image.",
  "upload-failed": () => "Le téléversement a échoué.",
  "document-unsupported": () => "Cette API n’accepte pas les PDF. Enregistrez les pages comme images.",
  "document-protected": () => "Ce PDF est protégé. Enregistrez-le sans mot de passe et ajoutez-le à nouveau.",
  "document-too-large": ({ actual, limit }) => `Trop lourd\u202f: ${bytes(actual)}. Le maximum est de ${bytes(limit)}.`,
  "document-too-long": ({ actual, limit }) =>
    `Trop long\u202f: ${number(actual)} pages. Le maximum est de ${number(limit)}.`,
  "document-too-many": ({ limit }) => `Trop de PDF\u202f: le maximum est de ${number(limit)}.`,
  "request-too-large": ({ actual, limit }) =>
    `Le message est trop lourd\u202f: ${bytes(actual)}. Le maximum est de ${bytes(limit)}.`,
  "request-too-many-tokens": ({ actual, limit }) =>
    `Le message est trop long\u202f: ${number(actual)} jetons. Le maximum est de ${number(limit)}.`,
  "url-invalid": () => "L’adresse n’est pas complète. Exemple\u202f: https://example.com/photo.jpg",
  "url-scheme": () => "Le lien doit commencer par https:.",
  "url-credentials": () => "Le lien contient un identifiant ou un mot de passe. Retirez-le.",
  "url-private-host": () => "Cette adresse n’est accessible que sur votre réseau.",
  "url-not-found": ({ actual }) => `Rien à cette adresse (HTTP ${actual ?? 404}).`,
  "url-media-type": ({ actual }) => `Le lien mène à un contenu refusé ici${named(actual)}.`,
  "url-too-large": ({ actual, limit }) => `Trop lourde\u202f: ${bytes(actual)}. Le maximum est de ${bytes(limit)}.`,
  "url-unsupported": () => "Les liens vers des images sont refusés ici. Ajoutez l’image.",
  "url-unreadable": () => "Impossible de télécharger l’image. Enregistrez-la et ajoutez le fichier.",
};

const UNKNOWN: Readonly<Record<UrlUnknownReason, string>> = {
  "cross-origin": "taille inconnue",
  unreachable: "serveur injoignable",
  timeout: "le serveur ne répond pas",
  method: "taille inconnue",
  status: "non vérifiée",
  length: "taille inconnue",
  "media-type": "format inconnu",
};

const STEPS = { prepare: "Préparation", check: "Vérification", fetch: "Téléchargement" } as const;

const SIZES = {
  default: ["Normale", "Comme les autres images"],
  auto: ["Automatique", "Photo ou texte, selon le contenu"],
  photo: ["Photo", "Petite, s’il n’y a rien à lire"],
  text: ["Texte", "Plus grande, pour que les petits caractères restent lisibles"],
  original: ["Originale", "Telle quelle"],
  thumbnail: ["Vignette", "Juste assez pour la reconnaître"],
} as const;

const PASTE_REJECTIONS = {
  address: "Seul un lien vers l’image a été copié. Enregistrez l’image et ajoutez le fichier.",
  several: "Seuls des liens vers les images ont été copiés. Copiez une image à la fois.",
  unreadable: "L’image copiée est illisible. Enregistrez-la et ajoutez le fichier.",
} as const;

/** All words in French. */
export const french: Required<DropzoneMessages> = {
  areaTitle: "Déposez, collez ou choisissez des images",
  areaTitleCompact: "Ajouter des images",
  areaTitleDragging: "Déposez pour ajouter",
  areaHint: "Réduites sur votre appareil avant l’envoi",
  inputLabel: "Choisir des images",
  listLabel: "Images",
  listMissing: "Une partie de l’application n’a pas pu être chargée. Rechargez la page pour voir vos images.",
  waiting: "En attente",
  preparing: "Préparation",
  loadingDecoder: (mediaType, total) =>
    `Chargement du décodeur ${format(mediaType)}${total === undefined ? "" : `, ${bytes(total)}`}`,
  checking: "Vérification du lien",
  fetching: "Téléchargement",
  progressLabel: (name, step) => `${STEPS[step]} de ${name}`,
  picture,
  prepared: (source, sent) => `${picture(source)} → ${picture(sent)}`,
  linked: (check) =>
    `Envoyée comme lien · ${check.status === "ok" ? `${format(check.mediaType)}, ${bytes(check.bytes)}` : UNKNOWN[check.reason]}`,
  uploading: (share) => (share === undefined ? "Téléversement" : `Téléversement\u202f: ${percent(share)}`),
  uploadLabel: (name) => `Téléversement de ${name}`,
  uploaded: "Téléversée",
  uploadFailed: () => "Téléversement impossible\u202f; l’image partira avec le message",
  remove: (name) => `Retirer ${name}`,
  retry: (name) => `Réessayer avec ${name}`,
  retryUpload: (name) => `Téléverser à nouveau ${name}`,
  retryShort: "Réessayer",
  rejected: (rejected) =>
    count(rejected, { one: "# fichier n’a pas été ajouté", other: "# fichiers n’ont pas été ajoutés" }),
  dismissAll: "Tout masquer",
  moveEarlier: (name) => `Avancer ${name}`,
  moveLater: (name) => `Reculer ${name}`,
  error: (error) => ERRORS[error.code](error),
  meterLabel: "Taille du message",
  meterSize: (used, cap) => locale.usage(used, cap, (has, most) => `${has} sur ${most}`),
  meterEstimate: (text) => `Environ ${text}`,
  meterRoom: (room, imageCount) => {
    if (room > MOST_ROOM_SHOWN) return "";
    if (room === 0 && imageCount === 0) return "La conversation remplit cette limite";
    if (room === 0) return "Plus de place pour d’autres photos";
    return room === 1
      ? "De la place pour une photo de plus"
      : `De la place pour environ ${number(room)} photos de plus`;
  },
  meterOver: (excess, imageCount) => {
    const over = `${excessText(excess)} de trop (limite\u202f: ${locale.limit(excess)})`;
    return imageCount > 0 ? over : `Le texte seul\u202f: ${over}`;
  },
  meterTokensOf: (tokens, limit) => `${number(tokens)} sur ${number(limit)} jetons`,
  meterTokens: (tokens, _model, soFar, uncounted) => {
    const without =
      uncounted === 0
        ? ""
        : `, sans compter ${count(uncounted, { one: "# image envoyée comme lien", other: "# images envoyées comme liens" })}`;
    return `≈ ${locale.rounded(tokens)} ${tokens === 1 ? "jeton" : "jetons"}${soFar ? " pour l’instant" : ""}${without}`;
  },
  meterDetails: "Détails",
  meterBytes: (used, cap, owner, covers) => {
    const limit = owner === "app" ? ", limite de cette application" : "";
    const text =
      Number.isFinite(cap) && cap > 0
        ? `${number(used)} sur ${number(cap)} octets${limit}`
        : `${number(used)} octets, aucune limite connue`;
    return covers === "images" ? `${text}, images seules` : text;
  },
  meterActions: "Rester sous la limite",
  shrinkToFit: "Réduire les images",
  shrinkToFitBy: (imageCount, saved) =>
    `Réduire les images (${count(imageCount, IMAGES)}, environ ${bytes(saved)} de moins)`,
  shrinking: "Réduction…",
  shrunk: (imageCount) => count(imageCount, { one: "# image réduite", other: "# images réduites" }),
  cannotShrink: (missing, unreadable) => {
    const lost =
      unreadable === 0
        ? ""
        : `. ${count(unreadable, { one: "Le fichier de # image n’est plus lisible\u202f: ajoutez-le", other: "Les fichiers de # images ne sont plus lisibles\u202f: ajoutez-les" })} à nouveau pour réduire`;
    return missing > 0
      ? `Même au plus petit, ${bytes(missing)} de trop${lost}`
      : `Trop lourd même au plus petit${lost}`;
  },
  removeLast: (imageCount) =>
    count(imageCount, { one: "Retirer la dernière image", other: "Retirer les # dernières images" }),
  partConversation: (part) => `Messages précédents ${bytes(part)}`,
  partImages: (part) => `Images ${bytes(part)}`,
  partPending: (part) => `En préparation\u202f: environ ${bytes(part)}`,
  advice: (advice) => {
    switch (advice.code) {
      case "fewer-images":
        return `Maximum ${count(advice.maxImages, IMAGES)}\u202f: retirez ${count(advice.images, IMAGES)}.`;
      case "remove":
        if (advice.images === 0) return "Raccourcissez le message ou la conversation pour l’envoyer.";
        return `Retirez ${count(advice.images, advice.counted ? COUNTED[advice.counted] : IMAGES)}${advice.isEnough ? "" : " et raccourcissez la conversation"} pour envoyer.`;
      case "shrink":
        return advice.unit === "tokens"
          ? "Ou réduisez les images\u202f: moins de pixels coûtent moins de jetons."
          : "Ou réduisez les images.";
      case "files-api":
        return advice.uploading > 0
          ? `${count(advice.uploading, { one: "# image est en cours de téléversement", other: "# images sont en cours de téléversement" })}\u202f; le message sera ensuite plus léger.`
          : "Pour les développeurs\u202f: Téléversez les images une fois avec la Files API et envoyez leurs identifiants à la place.";
      case "retry-upload":
        return `${count(advice.images, { one: "# image n’a pas pu être téléversée", other: "# images n’ont pas pu être téléversées" })}. Réessayez.`;
      case "batch-api":
        return `Pour les développeurs\u202f: ${advice.label} accepte jusqu’à ${locale.cap(advice.maxRequestBytes)} par requête, à ${percent(advice.priceRatio * 100)} du prix.`;
      case "resampled":
        return `Pour les développeurs\u202f: ${advice.model} réduit encore ${size(advice.from)} à ${size(advice.to)}\u202f; box: "endpoint" (${size(advice.box)}) l’évite.`;
    }
  },
  announceAdded: (all) => names(all, "#\u202f: ajoutée.", { one: "# image ajoutée.", other: "# images ajoutées." }),
  announceRemoved: (all) => names(all, "#\u202f: retirée.", { other: "# images retirées." }),
  announceSent: (all) => names(all, "#\u202f: envoyée.", { other: "# images envoyées." }),
  announceProgress: (done, total) => `${number(done)} sur ${number(total)} prêtes.`,
  announceReady: (all) => names(all, "#\u202f: prête.", { other: "# images prêtes." }),
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `${number(rejected.length)} fichiers n’ont pas été ajoutés. Le premier, ${first.name}\u202f: ${first.reason}`;
    return rejected.map(({ name, reason }) => `${name} n’a pas été ajouté\u202f: ${reason}`).join(" ");
  },
  announceUploaded: (all) => names(all, "#\u202f: téléversée.", { other: "# images téléversées." }),
  announceUploadFailed: (all) =>
    names(all, "#\u202f: téléversement impossible, l’image partira avec le message.", {
      other: "# images n’ont pas pu être téléversées et partiront avec le message.",
    }),
  announceOver: (excess, imageCount) =>
    `${excessText(excess)} de trop\u202f: ${imageCount === 0 ? "raccourcissez le message" : `retirez ${count(imageCount, IMAGES)}`}.`,
  announceFits: "Le message passe à nouveau.",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],
  openPreview: (name) => `Afficher ${name}`,
  dropHere: "Déposez ici",
  dropCount: (imageCount) =>
    count(imageCount, { one: "Déposez pour ajouter # image", other: "Déposez pour ajouter # images" }),
  imagesOnly: "Images uniquement",
  dismiss: (name) => `Masquer ${name}`,
  removeAll: "Retirer toutes les images",
  smallText: (source, sent) =>
    `Les petits caractères risquent d’être illisibles à ${percent(Math.round((sent.width / source.width) * 100))} de la taille`,
  keepLarger: (name) => `Garder ${name} plus grande`,
  split: (name) => `Découper ${name} en parties lisibles`,
  removedNotice: (all) => names(all, "#\u202f: retirée.", { other: "# images retirées." }),
  undo: "Annuler",
  announceRemovedWithUndo: (all) =>
    names(all, "#\u202f: retirée. Vous pouvez annuler.", { other: "# images retirées. Vous pouvez annuler." }),
  announceRestored: (all) => names(all, "#\u202f: rétablie.", { other: "# images rétablies." }),
  announceDismissed: (all) => names(all, "#\u202f: masqué.", { other: "# fichiers masqués." }),
  announceMoved: (position, total) => `Maintenant en position ${number(position)} sur ${number(total)}.`,

  previewClose: "Fermer",
  previewPrevious: "Image précédente",
  previewNext: "Image suivante",
  previewPosition: (index, total) => `${number(index)} sur ${number(total)}`,
  previewChanges: "Ce qui a changé",
  change: (change) => {
    switch (change.code) {
      case "resized":
        return `Réduite de ${size(change.from)} à ${size(change.to)} pour ${change.because === "box" ? `tenir dans ${size(change.box)}` : "rester sous la limite de taille"}.`;
      case "reencoded":
        return `${change.from === change.to ? "Enregistrée en" : `Convertie de ${format(change.from)} en`} ${format(change.to)}${change.quality === undefined ? "" : `, qualité ${quality(change.quality)}`}${change.insteadOf ? `, plus légère qu’en ${format(change.insteadOf.mediaType)} (${bytes(change.insteadOf.bytes)})` : ""}\u202f; localisation et autres métadonnées retirées.`;
      case "rotated":
        return `Redressée\u202f: tous les modèles ne lisent pas l’orientation EXIF (${number(change.orientation)}).`;
      case "flattened":
        return `Les zones transparentes ont été remplies en ${ground(change.background)}.`;
      case "padded":
        return `Agrandie de ${size(change.from)} à ${size(change.to)} avec un bord ${ground(change.background)}\u202f: cette API demande au moins ${number(change.minEdgePx)} pixels par côté.`;
      case "first-frame":
        return change.frame > 1
          ? `L’animation commence par une seule couleur\u202f; l’image ${number(change.frame)}, la première qui montre quelque chose, est envoyée.`
          : "Le fichier contient plusieurs images ou une animation\u202f; la première est envoyée.";
      case "kept-animation":
        return `L’animation entière est envoyée telle quelle\u202f: ${format(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "contact-sheet":
        return `${number(change.timesMs.length)} des ${number(change.frameCount)} images de l’animation figurent sur une seule planche, chacune avec son temps.`;
      case "animation-unavailable":
        return "L’animation entière ne peut pas être envoyée ici\u202f; une seule image en est envoyée.";
      case "one-colour":
        return "L’image n’a qu’une seule couleur\u202f; on n’y voit rien d’autre.";
      case "truncated":
        return `Ce fichier ${format(change.mediaType)} est incomplet. La partie lisible est envoyée\u202f; le reste est vide.`;
      case "metadata-stripped":
        return `Retiré sans changer un pixel\u202f: ${locale.removed(change.removed, "EXIF (avec position GPS)", "d’autres données")}.`;
      case "kept-original":
        if (change.because === "fits")
          return `Envoyée telle quelle\u202f: ${size(change)} suffit, et la réenregistrer lui ferait perdre en qualité.`;
        return change.because === "smaller"
          ? `Envoyée telle quelle\u202f: elle pèse ${bytes(change.bytes)}\u202f; réenregistrée, elle pèserait ${bytes(change.encodedBytes)}.`
          : `Ce navigateur ne peut pas enregistrer l’image réduite. L’originale est envoyée\u202f: ${format(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "quality-lowered":
        return `Qualité abaissée de ${quality(change.from)} à ${quality(change.to)} pour rester sous la limite de taille.`;
      case "decoded-by-plugin":
        return `${format(change.mediaType)} a été ouvert par le décodeur de l’application.`;
      case "page":
        return `La page ${number(change.page)} du fichier est envoyée.`;
      case "piece":
        return `Partie ${number(change.piece)} sur ${number(change.of)} d’une image haute, lignes ${number(change.rows.from)} à ${number(change.rows.to)}\u202f: entière, son texte serait trop petit.`;
      case "compressed-by-app":
        return `Enregistrée en ${format(change.to)} par l’application.${change.isRotatedHere ? " Puis redressée et réenregistrée." : ""}`;
      case "from-prepared":
        return "Faite à partir de l’image déjà préparée\u202f: l’originale n’est plus lisible.";
    }
  },
  previewKeepLarger: "Garder plus grande",
  previewKeepSmaller: "Taille normale",
  previewRemove: "Retirer",
  compareOriginal: "Originale",
  compareSent: "Sera envoyée",
  compareOriginalAlt: (name) => `${name}, l’originale`,
  compareSentAlt: (name) => `${name}, telle qu’elle est envoyée`,
  compareSlider: "Part visible de l’originale",
  compareShare: (share) => `${percent(share)} de l’originale`,
  comparePan: "Image en taille réelle. Les flèches la déplacent.",
  compareActualSize: "Taille réelle",
  compareSaving: "Taille",
  compareSaved: (originalBytes, sentBytes) => {
    const saved = savedShare(originalBytes, sentBytes);
    return saved ? `${percent(saved.percent)} ${saved.isSmaller ? "plus légère" : "plus lourde"}` : "inchangée";
  },
  originalUnshown: (name) => `Ce navigateur ne peut pas afficher l’originale (${name}).`,
  originalGone: "Le fichier original a été déplacé ou supprimé.",

  partName: (name, { first, last, of, arePieces }) => {
    const [one, several] = arePieces ? ["partie", "parties"] : ["page", "pages"];
    const which = first === last ? `${one} ${number(first)}` : `${several} ${number(first)} à ${number(last)}`;
    return `${name} (${which} sur ${number(of)})`;
  },
  itemLabel: (name, state) => `${name}, ${state}`,
  itemMenu: (name) => `Options de ${name}`,
  itemMenuShort: "Options",
  menuSizes: "Taille",
  menuSize: (choice) => SIZES[choice][0],
  menuSizeHint: (choice) => SIZES[choice][1],
  menuPin: "Épingler",
  menuPinHint: "La réduire en dernier",
  choosePages: "Choisir des pages",
  choosePagesHint: "Envoyer d’autres pages de ce fichier",
  formRequired: "Ajoutez une image.",
  formWorking: "Les images ne sont pas encore prêtes. Réessayez dans un instant.",
  formOver: "Les images sont trop volumineuses pour être envoyées. Retirez-en ou réduisez-les.",
  pinned: "Épinglée",
  announcePinned: (name) => `${name} épinglée\u202f: elle sera réduite en dernier.`,
  announceUnpinned: (name) => `${name} n’est plus épinglée.`,
  tileKeys: (moveKey) =>
    `Entrée\u202f: ouvrir · Maj+F10\u202f: options · ${moveKey ? `${moveKey} + flèches\u202f: déplacer · ` : ""}Suppr\u202f: retirer`,

  passwordLabel: (name) => `Mot de passe de ${name}`,
  passwordOpen: "Ouvrir",
  pagesTitle: (name) => `Choisir des pages de ${name}`,
  pagesField: "Pages",
  pagesHint: (pages) => (pages > 6 ? "Par exemple 1-3, 7" : "Par exemple 1, 3"),
  pagesUnknown: (pages) =>
    `Saisissez des numéros de page de 1 à ${number(pages)}, par exemple 1-${number(Math.min(3, pages))}.`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner ?? "Ce message"} accepte ${count(maxImages, IMAGES)}\u202f; il y a de la place pour ${count(places, { one: "# page", other: "# pages" })}.`,
  page: (page) => `Page ${number(page)}`,
  pagesChosen: (chosen, pages) =>
    `${count(chosen, { one: "# page choisie", other: "# pages choisies" })} sur ${number(pages)}`,
  pagesTooMany: (surplus) => `${number(surplus)} de trop`,
  pagesAll: "Toutes",
  pagesFirst: (places) => (places === 1 ? "La première" : `Les ${number(places)} premières`),
  pagesNone: "Aucune",
  pagesUse: (pages) => count(pages, { one: "Utiliser # page", other: "Utiliser # pages" }),
  pagesCancel: "Annuler",

  sentAsPdf: (pages, total) =>
    `${pages === undefined ? "" : `${count(pages, { one: "# page", other: "# pages" })}, `}${bytes(total)}, envoyé en PDF`,
  partDocuments: (part) => `PDF ${bytes(part)}`,
  meterDocumentsUncounted: (files) =>
    count(files, { one: "Jetons de # PDF inconnus", other: "Jetons de # PDF inconnus" }),
};
