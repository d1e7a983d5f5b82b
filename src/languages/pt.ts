/** Brazilian Portuguese: `messages={portuguese}`. */
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

const locale = /* @__PURE__ */ createLocale("pt-BR");
const { bytes, count, names, number, percent, quality, size } = locale;

const IMAGES: Forms = { one: "# imagem", other: "# imagens" };
const TOKENS: Forms = { one: "# token", other: "# tokens" };
/** What can be removed where there are PDF files: these alone, or files of both kinds. */
const COUNTED = {
  documents: { one: "# documento", other: "# documentos" },
  files: { one: "# arquivo", other: "# arquivos" },
} as const;

const excessText = (excess: Excess) => locale.excess(excess, IMAGES, TOKENS);
const picture = (figures: Parameters<DropzoneMessages["picture"]>[0]) => locale.picture(figures, ", ");
const format = (mediaType: string | number | undefined) => locale.formats(mediaType) ?? "este formato";
const pixels = (side: string | number | undefined) => `${number(side)} ${side === 1 ? "pixel" : "pixels"}`;

const ERRORS: Readonly<Record<ImageErrorCode, (error: ImageError) => string>> = {
  "file-empty": () => "O arquivo está vazio.",
  "file-unreadable": () => "Não dá mais para ler o arquivo: foi movido, alterado ou excluído. Escolha de novo.",
  "file-too-large": ({ actual, limit }) => `Grande demais: ${bytes(actual)}. O máximo é ${bytes(limit)}.`,
  "file-invalid-type": ({ actual, limit }) =>
    `Formato não aceito${locale.formats(actual) ? `: ${format(actual)}` : ""}.${locale.formats(limit) ? ` Aceitos: ${format(limit)}.` : ""}`,
  "too-many-files": ({ limit }) => `Imagens demais: o máximo é ${number(limit)}.`,
  "not-an-image": () => "Não é uma imagem ou está danificada.",
  "image-truncated": () => "A imagem está incompleta. Baixe ou copie de novo.",
  "image-animated": () => "Animações não são aceitas aqui. Envie uma imagem parada.",
  "image-too-many-pixels": ({ actual, limit }) =>
    `Grande demais: ${locale.millions(actual)} megapixels. O máximo é ${locale.millions(limit)}.`,
  "image-edge-too-short": ({ actual, limit }) =>
    `Pequena demais: o lado menor tem ${pixels(actual)}; o mínimo é ${number(limit)}.`,
  "image-edge-too-long": ({ actual, limit }) =>
    `Grande demais: o lado maior tem ${pixels(actual)}; o máximo é ${number(limit)}.`,
  "image-too-large": ({ actual, limit }) => `Grande demais: ${bytes(actual)} no envio. O máximo é ${bytes(limit)}.`,
  "image-format-unsupported": ({ actual }) => `Não dá para abrir ${format(actual)} aqui. Salve como JPEG ou PNG.`,
  "image-undecodable": () => "A imagem está danificada e não abre.",
  "password-needed": () => "O arquivo está protegido. Digite a senha para abrir.",
  "password-wrong": () => "Senha incorreta. Tente de novo.",
  "image-unencodable": () => "Não foi possível salvar a imagem reduzida.",
  "decode-timeout": ({ limit }) => `Demorou mais de ${locale.seconds(limit)} s para abrir. Tente uma imagem menor.`,
  "compress-failed": () => "O app não conseguiu reduzir a imagem.",
  "upload-failed": () => "O upload falhou.",
  "document-unsupported": () => "Esta API não aceita PDF. Salve as páginas como imagens.",
  "document-protected": () => "Este PDF está protegido. Salve sem senha e adicione de novo.",
  "document-too-large": ({ actual, limit }) => `Grande demais: ${bytes(actual)}. O máximo é ${bytes(limit)}.`,
  "document-too-long": ({ actual, limit }) => `Longo demais: ${number(actual)} páginas. O máximo é ${number(limit)}.`,
  "document-too-many": ({ limit }) => `PDFs demais: o máximo é ${number(limit)}.`,
  "request-too-large": ({ actual, limit }) =>
    `A mensagem é grande demais: ${bytes(actual)}. O máximo é ${bytes(limit)}.`,
  "request-too-many-tokens": ({ actual, limit }) =>
    `A mensagem é longa demais: ${number(actual)} tokens. O máximo é ${number(limit)}.`,
  "url-invalid": () => "O endereço está incompleto. Escreva assim: https://example.com/photo.jpg",
  "url-scheme": () => "Só valem links que começam com https:",
  "url-credentials": () => "O link contém um usuário ou uma senha. Remova esses dados.",
  "url-private-host": () => "Esse endereço só funciona na sua rede.",
  "url-not-found": ({ actual }) => `Não há nada nesse link (HTTP ${actual ?? 404}).`,
  "url-media-type": ({ actual }) =>
    `O link leva a um formato que não é aceito aqui${locale.formats(actual) ? `: ${format(actual)}` : ""}.`,
  "url-too-large": ({ actual, limit }) => `Grande demais: ${bytes(actual)}. O máximo é ${bytes(limit)}.`,
  "url-unsupported": () => "Links de imagens não são aceitos aqui. Adicione a imagem.",
  "url-unreadable": () => "Não dá para baixar a imagem. Salve e adicione o arquivo.",
};

const UNKNOWN: Readonly<Record<UrlUnknownReason, string>> = {
  "cross-origin": "tamanho desconhecido",
  unreachable: "o servidor não responde",
  timeout: "o servidor não responde",
  method: "tamanho desconhecido",
  status: "não verificado",
  length: "tamanho desconhecido",
  "media-type": "formato desconhecido",
};

const STEPS = { prepare: "Preparando", check: "Verificando", fetch: "Baixando" } as const;

const SIZES = {
  default: ["Normal", "Como as outras imagens"],
  auto: ["Automático", "Foto ou texto, conforme a imagem"],
  photo: ["Foto", "Pequena, quando não há nada para ler"],
  text: ["Texto", "Maior, para manter as letras pequenas legíveis"],
  original: ["Original", "Do tamanho que é"],
  thumbnail: ["Miniatura", "Só o bastante para reconhecer"],
} as const;

const PASTE_REJECTIONS = {
  address: "Só o link da imagem foi copiado. Salve a imagem e adicione o arquivo.",
  several: "Só os links das imagens foram copiados. Copie uma imagem por vez.",
  unreadable: "Não dá para ler a imagem copiada. Salve a imagem e adicione o arquivo.",
} as const;

/** All words in Brazilian Portuguese. */
export const portuguese: Required<DropzoneMessages> = {
  areaTitle: "Solte, cole ou escolha imagens",
  areaTitleCompact: "Adicionar imagens",
  areaTitleDragging: "Solte para adicionar",
  areaHint: "Reduzidas no seu dispositivo antes do envio",
  inputLabel: "Escolher imagens",
  listLabel: "Imagens",
  listMissing: "Uma parte do app não carregou. Recarregue a página para ver suas imagens.",
  waiting: "Na fila",
  preparing: "Preparando",
  loadingDecoder: (mediaType, total) =>
    `Carregando o decodificador de ${format(mediaType)}${total === undefined ? "" : `, ${bytes(total)}`}`,
  checking: "Verificando o link",
  fetching: "Baixando",
  progressLabel: (name, step) => `${STEPS[step]} ${name}`,
  picture,
  prepared: (source, sent) => `${picture(source)} → ${picture(sent)}`,
  linked: (check) =>
    `Vai como link · ${check.status === "ok" ? `${format(check.mediaType)}, ${bytes(check.bytes)}` : UNKNOWN[check.reason]}`,
  uploading: (share) => (share === undefined ? "Fazendo upload" : `Fazendo upload: ${percent(share)}`),
  uploadLabel: (name) => `Upload de ${name}`,
  uploaded: "Upload concluído",
  uploadFailed: () => "O upload falhou; a imagem vai junto com a mensagem",
  remove: (name) => `Remover ${name}`,
  retry: (name) => `Tentar de novo com ${name}`,
  retryUpload: (name) => `Tentar de novo o upload de ${name}`,
  retryShort: "Tentar de novo",
  rejected: (rejected) =>
    count(rejected, { one: "# arquivo não foi adicionado", other: "# arquivos não foram adicionados" }),
  dismissAll: "Dispensar todos",
  moveEarlier: (name) => `Mover ${name} uma posição antes`,
  moveLater: (name) => `Mover ${name} uma posição depois`,
  error: (error) => ERRORS[error.code](error),
  meterLabel: "Tamanho da mensagem",
  meterSize: (used, cap) => locale.usage(used, cap, (has, most) => `${has} de ${most}`),
  meterEstimate: (text) => `Cerca de ${text}`,
  meterRoom: (room, imageCount) => {
    if (room > MOST_ROOM_SHOWN) return "";
    if (room === 0 && imageCount === 0) return "A conversa ocupa todo o limite";
    if (room === 0) return "Não cabem mais fotos";
    return count(room, { one: "Cabe mais uma foto", other: "Cabem mais umas # fotos" });
  },
  meterOver: (excess, imageCount) => {
    const over = `${excessText(excess)} acima do limite de ${locale.limit(excess)}`;
    return imageCount > 0 ? over : `Só o texto já está ${over}`;
  },
  meterTokensOf: (tokens, limit) => `${number(tokens)} de ${number(limit)} tokens`,
  meterTokens: (tokens, _model, soFar, uncounted) => {
    const without =
      uncounted === 0
        ? ""
        : `, sem contar ${count(uncounted, { one: "# imagem enviada como link", other: "# imagens enviadas como links" })}`;
    return `≈ ${locale.rounded(tokens)} ${tokens === 1 ? "token" : "tokens"}${soFar ? " até agora" : ""}${without}`;
  },
  meterDetails: "Detalhes",
  meterBytes: (used, cap, owner, covers) => {
    const limit = owner === "app" ? ", limite deste app" : "";
    const text =
      Number.isFinite(cap) && cap > 0
        ? `${number(used)} de ${number(cap)} bytes${limit}`
        : `${number(used)} bytes, sem limite conhecido`;
    return covers === "images" ? `${text}, só as imagens` : text;
  },
  meterActions: "Fazer caber",
  shrinkToFit: "Reduzir para caber",
  shrinkToFitBy: (imageCount, saved) =>
    `Reduzir para caber (${count(imageCount, IMAGES)}, cerca de ${bytes(saved)} a menos)`,
  shrinking: "Reduzindo…",
  shrunk: (imageCount) => count(imageCount, { one: "# imagem reduzida", other: "# imagens reduzidas" }),
  cannotShrink: (missing, unreadable) => {
    const lost =
      unreadable === 0
        ? ""
        : `. Não dá mais para ler ${count(unreadable, { one: "o arquivo de # imagem: adicione-o", other: "os arquivos de # imagens: adicione-os" })} de novo para reduzir`;
    return missing > 0
      ? `Mesmo no menor tamanho, passa ${bytes(missing)} do limite${lost}`
      : `Grande demais mesmo no menor tamanho${lost}`;
  },
  removeLast: (imageCount) =>
    count(imageCount, { one: "Remover a última imagem", other: "Remover as últimas # imagens" }),
  partConversation: (part) => `Mensagens anteriores ${bytes(part)}`,
  partImages: (part) => `Imagens ${bytes(part)}`,
  partPending: (part) => `Ainda preparando: cerca de ${bytes(part)}`,
  advice: (advice) => {
    switch (advice.code) {
      case "fewer-images":
        return `No máximo ${count(advice.maxImages, IMAGES)}: remova ${count(advice.images, IMAGES)}.`;
      case "remove":
        if (advice.images === 0) return "Encurte a mensagem ou a conversa para enviar.";
        return `Remova ${count(advice.images, advice.counted ? COUNTED[advice.counted] : IMAGES)}${advice.isEnough ? "" : " e encurte a conversa"} para enviar.`;
      case "shrink":
        return advice.unit === "tokens"
          ? "Ou reduza as imagens: menos pixels custam menos tokens."
          : "Ou reduza as imagens.";
      case "files-api":
        return advice.uploading > 0
          ? `Upload de ${count(advice.uploading, IMAGES)} em andamento; depois dele, a mensagem fica menor.`
          : "Para desenvolvedores: Faça upload das imagens uma vez com a Files API e envie os ids no lugar dos bytes.";
      case "retry-upload":
        return `O upload de ${count(advice.images, IMAGES)} falhou. Tente de novo.`;
      case "batch-api":
        return `Para desenvolvedores: ${advice.label} aceita até ${locale.cap(advice.maxRequestBytes)} por requisição, por ${percent(advice.priceRatio * 100)} do preço.`;
      case "resampled":
        return `Para desenvolvedores: ${advice.model} reduz de novo, de ${size(advice.from)} para ${size(advice.to)}; box: "endpoint" (${size(advice.box)}) evita isso.`;
    }
  },
  announceAdded: (all) => names(all, "# adicionada.", { other: "# imagens adicionadas." }),
  announceRemoved: (all) => names(all, "# removida.", { other: "# imagens removidas." }),
  announceSent: (all) => names(all, "# enviada.", { other: "# imagens enviadas." }),
  announceProgress: (done, total) => `${number(done)} de ${count(total, { one: "# pronta", other: "# prontas" })}.`,
  announceReady: (all) => names(all, "# pronta.", { other: "# imagens prontas." }),
  announceRejected: (rejected) => {
    const [first] = rejected;
    if (first && rejected.length > MOST_REASONS_SPOKEN)
      return `${number(rejected.length)} arquivos não foram adicionados. O primeiro, ${first.name}: ${first.reason}`;
    return rejected.map(({ name, reason }) => `${name} não foi adicionado: ${reason}`).join(" ");
  },
  announceUploaded: (all) => names(all, "Upload de # concluído.", { other: "Upload de # imagens concluído." }),
  announceUploadFailed: (all) =>
    names(all, "O upload de # falhou; a imagem vai junto com a mensagem.", {
      other: "O upload de # imagens falhou; elas vão junto com a mensagem.",
    }),
  announceOver: (excess, imageCount) =>
    `${excessText(excess)} acima do limite: ${imageCount === 0 ? "encurte a mensagem" : `remova ${count(imageCount, IMAGES)}`}.`,
  announceFits: "Agora cabe.",
  pasteRejected: (reason) => PASTE_REJECTIONS[reason],
  openPreview: (name) => `Ver ${name}`,
  dropHere: "Solte aqui",
  dropCount: (imageCount) =>
    count(imageCount, { one: "Solte para adicionar # imagem", other: "Solte para adicionar # imagens" }),
  imagesOnly: "Só imagens",
  dismiss: (name) => `Dispensar ${name}`,
  removeAll: "Remover todas as imagens",
  smallText: (source, sent) =>
    `Letras pequenas podem ficar difíceis de ler com ${percent(Math.round((sent.width / source.width) * 100))} do tamanho`,
  keepLarger: (name) => `Manter ${name} maior`,
  split: (name) => `Dividir ${name} em partes legíveis`,
  removedNotice: (all) => names(all, "# removida.", { other: "# imagens removidas." }),
  undo: "Desfazer",
  announceRemovedWithUndo: (all) =>
    names(all, "# removida. Dá para desfazer.", { other: "# imagens removidas. Dá para desfazer." }),
  announceRestored: (all) => names(all, "# restaurada.", { other: "# imagens restauradas." }),
  announceDismissed: (all) => names(all, "# dispensado.", { other: "# arquivos dispensados." }),
  announceMoved: (position, total) => `Agora na posição ${number(position)} de ${number(total)}.`,

  previewClose: "Fechar",
  previewPrevious: "Imagem anterior",
  previewNext: "Próxima imagem",
  previewPosition: (index, total) => `${number(index)} de ${number(total)}`,
  previewChanges: "O que mudou",
  change: (change) => {
    switch (change.code) {
      case "resized":
        return `Reduzida de ${size(change.from)} para ${size(change.to)}, para ${change.because === "box" ? `caber em ${size(change.box)}` : "não passar do tamanho máximo"}.`;
      case "reencoded":
        return `${change.from === change.to ? "Salva como" : `Convertida de ${format(change.from)} para`} ${format(change.to)}${change.quality === undefined ? "" : `, qualidade ${quality(change.quality)}`}${change.insteadOf ? `, menor que em ${format(change.insteadOf.mediaType)} (${bytes(change.insteadOf.bytes)})` : ""}; sem localização nem outros metadados.`;
      case "rotated":
        return `Girada para a posição certa: nem todo modelo lê a orientação EXIF (${number(change.orientation)}).`;
      case "flattened":
        return `As áreas transparentes foram preenchidas com ${otherThanWhite(change.background) ?? "branco"}.`;
      case "padded":
        return `Ampliada de ${size(change.from)} para ${size(change.to)} com uma borda ${otherThanWhite(change.background) ?? "branca"}: esta API exige pelo menos ${pixels(change.minEdgePx)} por lado.`;
      case "first-frame":
        return change.frame > 1
          ? `A animação começa com uma cor só; é enviado o quadro ${number(change.frame)}, o primeiro que mostra algo.`
          : "O arquivo contém várias imagens ou uma animação; só a primeira é enviada.";
      case "kept-animation":
        return `A animação inteira vai como está: ${format(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "contact-sheet":
        return `${number(change.timesMs.length)} de ${number(change.frameCount)} quadros da animação vão em uma só imagem, cada um com seu tempo.`;
      case "animation-unavailable":
        return "A animação inteira não pode ser enviada aqui; é enviado um só quadro.";
      case "one-colour":
        return "A imagem tem uma cor só; não dá para ver mais nada nela.";
      case "truncated":
        return `Este arquivo ${format(change.mediaType)} está incompleto. É enviado o que deu para ler; o resto fica vazio.`;
      case "metadata-stripped":
        return `Removido sem mudar nenhum pixel: ${locale.removed(change.removed, "EXIF (com localização GPS)", "outros dados")}.`;
      case "kept-original":
        if (change.because === "fits")
          return `Vai como está: ${size(change)} já é pequeno o bastante, e salvar de novo tiraria qualidade.`;
        return change.because === "smaller"
          ? `Vai como está: ocupa ${bytes(change.bytes)}; salva de novo, ocuparia ${bytes(change.encodedBytes)}.`
          : `Este navegador não consegue salvar a imagem reduzida. É enviado o original: ${format(change.mediaType)}, ${size(change)}, ${bytes(change.bytes)}.`;
      case "quality-lowered":
        return `Qualidade reduzida de ${quality(change.from)} para ${quality(change.to)}, para não passar do tamanho máximo.`;
      case "decoded-by-plugin":
        return `${format(change.mediaType)} aberto com o decodificador do app.`;
      case "page":
        return `É enviada a página ${number(change.page)} do arquivo.`;
      case "piece":
        return `Parte ${number(change.piece)} de ${number(change.of)} de uma imagem comprida, linhas ${number(change.rows.from)} a ${number(change.rows.to)}: na imagem inteira, o texto ficaria pequeno demais.`;
      case "compressed-by-app":
        return `Salva como ${format(change.to)} pelo app.${change.isRotatedHere ? " Depois foi girada e salva de novo." : ""}`;
      case "from-prepared":
        return "Feita a partir da imagem já preparada: não dá mais para ler o original.";
    }
  },
  previewKeepLarger: "Manter maior",
  previewKeepSmaller: "Usar o tamanho normal",
  previewRemove: "Remover",
  compareOriginal: "Original",
  compareSent: "Será enviada",
  compareOriginalAlt: (name) => `${name}, o original`,
  compareSentAlt: (name) => `${name}, como é enviada`,
  compareSlider: "Quanto do original aparece",
  compareShare: (share) => `${percent(share)} do original`,
  comparePan: "Imagem em tamanho real. Use as setas para mover.",
  compareActualSize: "Tamanho real",
  compareSaving: "Tamanho",
  compareSaved: (originalBytes, sentBytes) => {
    const saved = savedShare(originalBytes, sentBytes);
    return saved ? `${percent(saved.percent)} ${saved.isSmaller ? "menor" : "maior"}` : "sem mudança";
  },
  originalUnshown: (name) => `Este navegador não consegue mostrar o original (${name}).`,
  originalGone: "O arquivo original foi movido ou excluído.",

  partName: (name, { first, last, of, arePieces }) => {
    const [one, several] = arePieces ? ["parte", "partes"] : ["página", "páginas"];
    const which = first === last ? `${one} ${number(first)}` : `${several} ${number(first)} a ${number(last)}`;
    return `${name} (${which} de ${number(of)})`;
  },
  itemLabel: (name, state) => `${name}, ${state}`,
  itemMenu: (name) => `Opções de ${name}`,
  itemMenuShort: "Opções",
  menuSizes: "Tamanho",
  menuSize: (choice) => SIZES[choice][0],
  menuSizeHint: (choice) => SIZES[choice][1],
  menuPin: "Fixar",
  menuPinHint: "Reduzir esta por último",
  choosePages: "Escolher páginas",
  choosePagesHint: "Enviar outras páginas deste arquivo",
  formRequired: "Adicione uma imagem.",
  formWorking: "As imagens ainda não estão prontas. Tente de novo em um instante.",
  formOver: "As imagens são grandes demais para enviar. Remova algumas ou reduza-as.",
  pinned: "Fixada",
  announcePinned: (name) => `${name} fixada: será reduzida por último.`,
  announceUnpinned: (name) => `${name} não está mais fixada.`,
  tileKeys: (moveKey) =>
    `Enter: abrir · Shift+F10: opções · ${moveKey ? `${moveKey} + setas: mover · ` : ""}Delete: remover`,

  passwordLabel: (name) => `Senha de ${name}`,
  passwordOpen: "Abrir",
  pagesTitle: (name) => `Escolher páginas de ${name}`,
  pagesField: "Páginas",
  pagesHint: (pages) => (pages > 6 ? "Por exemplo: 1-3, 7" : "Por exemplo: 1, 3"),
  pagesUnknown: (pages) =>
    `Digite números de página de 1 a ${number(pages)}, por exemplo: 1-${number(Math.min(3, pages))}.`,
  pagesLimit: (owner, maxImages, places) =>
    `${owner ?? "Esta mensagem"} aceita ${count(maxImages, IMAGES)}; ${count(places, { one: "cabe # página", other: "cabem # páginas" })}.`,
  page: (page) => `Página ${number(page)}`,
  pagesChosen: (chosen, pages) =>
    `${number(chosen)} de ${count(pages, { one: "# página escolhida", other: "# páginas escolhidas" })}`,
  pagesTooMany: (surplus) => `${number(surplus)} a mais`,
  pagesAll: "Todas",
  pagesFirst: (places) => (places === 1 ? "Só a primeira" : `As primeiras ${number(places)}`),
  pagesNone: "Nenhuma",
  pagesUse: (pages) => count(pages, { one: "Usar # página", other: "Usar # páginas" }),
  pagesCancel: "Cancelar",

  sentAsPdf: (pages, total) =>
    `${pages === undefined ? "" : `${count(pages, { one: "# página", other: "# páginas" })}, `}${bytes(total)}, enviado como PDF`,
  partDocuments: (part) => `PDFs ${bytes(part)}`,
  meterDocumentsUncounted: (files) =>
    count(files, { one: "Tokens de # PDF desconhecidos", other: "Tokens de # PDFs desconhecidos" }),
};
