/** Phosphor glyphs in use (MIT), bundled as markup of our own build: regular in controls, bold in text, fill when chosen. */
import arrowUpRight from '@phosphor-icons/core/regular/arrow-up-right.svg?raw';
import arrowDownRight from '@phosphor-icons/core/regular/arrow-down-right.svg?raw';
import chartBar from '@phosphor-icons/core/regular/chart-bar.svg?raw';
import chatCircleText from '@phosphor-icons/core/regular/chat-circle-text.svg?raw';
import magnifyingGlass from '@phosphor-icons/core/regular/magnifying-glass.svg?raw';
import magnifyingGlassFill from '@phosphor-icons/core/fill/magnifying-glass-fill.svg?raw';
import squaresFour from '@phosphor-icons/core/regular/squares-four.svg?raw';
import squaresFourFill from '@phosphor-icons/core/fill/squares-four-fill.svg?raw';
import arrowsDownUp from '@phosphor-icons/core/regular/arrows-down-up.svg?raw';
import arrowSquareOut from '@phosphor-icons/core/regular/arrow-square-out.svg?raw';
import paperclipBold from '@phosphor-icons/core/bold/paperclip-bold.svg?raw';
import trayArrowDown from '@phosphor-icons/core/regular/tray-arrow-down.svg?raw';
import clockCounterClockwise from '@phosphor-icons/core/regular/clock-counter-clockwise.svg?raw';
import eye from '@phosphor-icons/core/regular/eye.svg?raw';
import slidersHorizontal from '@phosphor-icons/core/regular/sliders-horizontal.svg?raw';
import eyeSlash from '@phosphor-icons/core/regular/eye-slash.svg?raw';
import lockSimple from '@phosphor-icons/core/regular/lock-simple.svg?raw';
import gearSix from '@phosphor-icons/core/regular/gear-six.svg?raw';
import sidebarSimple from '@phosphor-icons/core/regular/sidebar-simple.svg?raw';
import x from '@phosphor-icons/core/regular/x.svg?raw';
import xCircle from '@phosphor-icons/core/regular/x-circle.svg?raw';
import caretDown from '@phosphor-icons/core/regular/caret-down.svg?raw';
import caretLeft from '@phosphor-icons/core/regular/caret-left.svg?raw';
import caretRight from '@phosphor-icons/core/regular/caret-right.svg?raw';
import arrowLeft from '@phosphor-icons/core/regular/arrow-left.svg?raw';
import arrowDown from '@phosphor-icons/core/regular/arrow-down.svg?raw';
import pencilSimple from '@phosphor-icons/core/regular/pencil-simple.svg?raw';
import check from '@phosphor-icons/core/regular/check.svg?raw';
import key from '@phosphor-icons/core/regular/key.svg?raw';
import warning from '@phosphor-icons/core/regular/warning.svg?raw';
import warningCircle from '@phosphor-icons/core/regular/warning-circle.svg?raw';
import info from '@phosphor-icons/core/regular/info.svg?raw';
import translate from '@phosphor-icons/core/regular/translate.svg?raw';
import wifiSlash from '@phosphor-icons/core/regular/wifi-slash.svg?raw';
import file from '@phosphor-icons/core/regular/file.svg?raw';
import fileText from '@phosphor-icons/core/regular/file-text.svg?raw';
import fileCsv from '@phosphor-icons/core/regular/file-csv.svg?raw';
import filePdf from '@phosphor-icons/core/regular/file-pdf.svg?raw';
import scissors from '@phosphor-icons/core/regular/scissors.svg?raw';
import printer from '@phosphor-icons/core/regular/printer.svg?raw';
import flask from '@phosphor-icons/core/regular/flask.svg?raw';
import copy from '@phosphor-icons/core/regular/copy.svg?raw';
import envelopeSimple from '@phosphor-icons/core/regular/envelope-simple.svg?raw';
import keyboard from '@phosphor-icons/core/regular/keyboard.svg?raw';
import bank from '@phosphor-icons/core/regular/bank.svg?raw';
import hardDrives from '@phosphor-icons/core/regular/hard-drives.svg?raw';
import hardDrivesFill from '@phosphor-icons/core/fill/hard-drives-fill.svg?raw';
import exportGlyph from '@phosphor-icons/core/regular/export.svg?raw';
import arrowUUpLeft from '@phosphor-icons/core/regular/arrow-u-up-left.svg?raw';
import shieldCheck from '@phosphor-icons/core/regular/shield-check.svg?raw';
import user from '@phosphor-icons/core/regular/user.svg?raw';
import storefront from '@phosphor-icons/core/regular/storefront.svg?raw';
import checkCircle from '@phosphor-icons/core/regular/check-circle.svg?raw';
import minusCircle from '@phosphor-icons/core/regular/minus-circle.svg?raw';
import gitMerge from '@phosphor-icons/core/regular/git-merge.svg?raw';
import trash from '@phosphor-icons/core/regular/trash.svg?raw';
import arrowCounterClockwise from '@phosphor-icons/core/regular/arrow-counter-clockwise.svg?raw';
import arrowClockwise from '@phosphor-icons/core/regular/arrow-clockwise.svg?raw';
import hourglass from '@phosphor-icons/core/regular/hourglass.svg?raw';
import folderOpen from '@phosphor-icons/core/regular/folder-open.svg?raw';
import arrowUpRightBold from '@phosphor-icons/core/bold/arrow-up-right-bold.svg?raw';
import arrowDownLeftBold from '@phosphor-icons/core/bold/arrow-down-left-bold.svg?raw';
import arrowUUpLeftBold from '@phosphor-icons/core/bold/arrow-u-up-left-bold.svg?raw';
import checkBold from '@phosphor-icons/core/bold/check-bold.svg?raw';
import clockBold from '@phosphor-icons/core/bold/clock-bold.svg?raw';
import caretDownBold from '@phosphor-icons/core/bold/caret-down-bold.svg?raw';
import xBold from '@phosphor-icons/core/bold/x-bold.svg?raw';
import coinsBold from '@phosphor-icons/core/bold/coins-bold.svg?raw';
import receipt from '@phosphor-icons/core/regular/receipt.svg?raw';
import receiptFill from '@phosphor-icons/core/fill/receipt-fill.svg?raw';
import package_ from '@phosphor-icons/core/regular/package.svg?raw';
import paperclip from '@phosphor-icons/core/regular/paperclip.svg?raw';
import image from '@phosphor-icons/core/regular/image.svg?raw';
import linkBreak from '@phosphor-icons/core/regular/link-break.svg?raw';
import link from '@phosphor-icons/core/regular/link.svg?raw';
import receiptBold from '@phosphor-icons/core/bold/receipt-bold.svg?raw';
import chatCircleTextFill from '@phosphor-icons/core/fill/chat-circle-text-fill.svg?raw';
import clockCounterClockwiseFill from '@phosphor-icons/core/fill/clock-counter-clockwise-fill.svg?raw';
import gearSixFill from '@phosphor-icons/core/fill/gear-six-fill.svg?raw';
import slidersHorizontalFill from '@phosphor-icons/core/fill/sliders-horizontal-fill.svg?raw';
import eyeSlashFill from '@phosphor-icons/core/fill/eye-slash-fill.svg?raw';
import tableFill from '@phosphor-icons/core/fill/table-fill.svg?raw';
import keyboardFill from '@phosphor-icons/core/fill/keyboard-fill.svg?raw';
import wifiSlashFill from '@phosphor-icons/core/fill/wifi-slash-fill.svg?raw';
import infoFill from '@phosphor-icons/core/fill/info-fill.svg?raw';
import bankFill from '@phosphor-icons/core/fill/bank-fill.svg?raw';
import piggyBankFill from '@phosphor-icons/core/fill/piggy-bank-fill.svg?raw';
import creditCardFill from '@phosphor-icons/core/fill/credit-card-fill.svg?raw';
import walletFill from '@phosphor-icons/core/fill/wallet-fill.svg?raw';
import handCoinsFill from '@phosphor-icons/core/fill/hand-coins-fill.svg?raw';
import chartLineUpFill from '@phosphor-icons/core/fill/chart-line-up-fill.svg?raw';
import storefrontFill from '@phosphor-icons/core/fill/storefront-fill.svg?raw';
import userFill from '@phosphor-icons/core/fill/user-fill.svg?raw';
import sealCheckFill from '@phosphor-icons/core/fill/seal-check-fill.svg?raw';
import warningFill from '@phosphor-icons/core/fill/warning-fill.svg?raw';
import warningCircleFill from '@phosphor-icons/core/fill/warning-circle-fill.svg?raw';
import checkCircleFill from '@phosphor-icons/core/fill/check-circle-fill.svg?raw';
import minusCircleFill from '@phosphor-icons/core/fill/minus-circle-fill.svg?raw';
import stackFill from '@phosphor-icons/core/fill/stack-fill.svg?raw';
import plusCircleFill from '@phosphor-icons/core/fill/plus-circle-fill.svg?raw';
import arrowFatLineUpFill from '@phosphor-icons/core/fill/arrow-fat-line-up-fill.svg?raw';
import pushPinFill from '@phosphor-icons/core/fill/push-pin-fill.svg?raw';
import fileTextFill from '@phosphor-icons/core/fill/file-text-fill.svg?raw';
import arrowCircleUpFill from '@phosphor-icons/core/fill/arrow-circle-up-fill.svg?raw';
import calendarBlank from '@phosphor-icons/core/regular/calendar-blank.svg?raw';
import checkSquare from '@phosphor-icons/core/regular/check-square.svg?raw';
import calendarX from '@phosphor-icons/core/regular/calendar-x.svg?raw';
import table from '@phosphor-icons/core/regular/table.svg?raw';
import truck from '@phosphor-icons/core/regular/truck.svg?raw';
import notePencil from '@phosphor-icons/core/regular/note-pencil.svg?raw';
import question from '@phosphor-icons/core/regular/question.svg?raw';
import chartBarFill from '@phosphor-icons/core/fill/chart-bar-fill.svg?raw';
import trendUp from '@phosphor-icons/core/regular/trend-up.svg?raw';
import fileArrowUp from '@phosphor-icons/core/regular/file-arrow-up.svg?raw';
import note from '@phosphor-icons/core/regular/note.svg?raw';
import linkBold from '@phosphor-icons/core/bold/link-bold.svg?raw';
import arrowsLeftRightBold from '@phosphor-icons/core/bold/arrows-left-right-bold.svg?raw';
import truckFill from '@phosphor-icons/core/fill/truck-fill.svg?raw';
import packageFill from '@phosphor-icons/core/fill/package-fill.svg?raw';
import plus from '@phosphor-icons/core/regular/plus.svg?raw';
import dotsThreeVertical from '@phosphor-icons/core/regular/dots-three-vertical.svg?raw';
import bell from '@phosphor-icons/core/regular/bell.svg?raw';
import bellSlash from '@phosphor-icons/core/regular/bell-slash.svg?raw';
import pushPin from '@phosphor-icons/core/regular/push-pin.svg?raw';
import pushPinSlash from '@phosphor-icons/core/regular/push-pin-slash.svg?raw';
import tag from '@phosphor-icons/core/regular/tag.svg?raw';
import shapes from '@phosphor-icons/core/regular/shapes.svg?raw';
import arrowsSplit from '@phosphor-icons/core/regular/arrows-split.svg?raw';
import coins from '@phosphor-icons/core/regular/coins.svg?raw';
import paperPlaneRightFill from '@phosphor-icons/core/fill/paper-plane-right-fill.svg?raw';
import basketFill from '@phosphor-icons/core/fill/basket-fill.svg?raw';
import forkKnifeFill from '@phosphor-icons/core/fill/fork-knife-fill.svg?raw';
import shoppingBagFill from '@phosphor-icons/core/fill/shopping-bag-fill.svg?raw';
import houseFill from '@phosphor-icons/core/fill/house-fill.svg?raw';
import lightningFill from '@phosphor-icons/core/fill/lightning-fill.svg?raw';
import deviceMobileFill from '@phosphor-icons/core/fill/device-mobile-fill.svg?raw';
import busFill from '@phosphor-icons/core/fill/bus-fill.svg?raw';
import airplaneTiltFill from '@phosphor-icons/core/fill/airplane-tilt-fill.svg?raw';
import firstAidKitFill from '@phosphor-icons/core/fill/first-aid-kit-fill.svg?raw';
import ticketFill from '@phosphor-icons/core/fill/ticket-fill.svg?raw';
import graduationCapFill from '@phosphor-icons/core/fill/graduation-cap-fill.svg?raw';
import umbrellaFill from '@phosphor-icons/core/fill/umbrella-fill.svg?raw';
import scalesFill from '@phosphor-icons/core/fill/scales-fill.svg?raw';
import briefcaseFill from '@phosphor-icons/core/fill/briefcase-fill.svg?raw';
import handHeartFill from '@phosphor-icons/core/fill/hand-heart-fill.svg?raw';
import moneyWavyFill from '@phosphor-icons/core/fill/money-wavy-fill.svg?raw';
import dotsThreeCircleFill from '@phosphor-icons/core/fill/dots-three-circle-fill.svg?raw';
import pawPrintFill from '@phosphor-icons/core/fill/paw-print-fill.svg?raw';
import babyFill from '@phosphor-icons/core/fill/baby-fill.svg?raw';
import plantFill from '@phosphor-icons/core/fill/plant-fill.svg?raw';
import heartFill from '@phosphor-icons/core/fill/heart-fill.svg?raw';
import starFill from '@phosphor-icons/core/fill/star-fill.svg?raw';
import giftFill from '@phosphor-icons/core/fill/gift-fill.svg?raw';
import wrenchFill from '@phosphor-icons/core/fill/wrench-fill.svg?raw';
import musicNotesFill from '@phosphor-icons/core/fill/music-notes-fill.svg?raw';
import bicycleFill from '@phosphor-icons/core/fill/bicycle-fill.svg?raw';
import bookOpenFill from '@phosphor-icons/core/fill/book-open-fill.svg?raw';
import bellSlashFill from '@phosphor-icons/core/fill/bell-slash-fill.svg?raw';
import cameraSlash from '@phosphor-icons/core/regular/camera-slash.svg?raw';

export const glyphs = {
  'arrow-up-right': arrowUpRight,
  'arrow-down-right': arrowDownRight,
  'chart-bar': chartBar,
  'chat-circle-text': chatCircleText,
  'magnifying-glass': magnifyingGlass,
  'magnifying-glass-fill': magnifyingGlassFill,
  'squares-four': squaresFour,
  'squares-four-fill': squaresFourFill,
  'arrows-down-up': arrowsDownUp,
  'arrow-square-out': arrowSquareOut,
  'paperclip-bold': paperclipBold,
  'tray-arrow-down': trayArrowDown,
  'clock-counter-clockwise': clockCounterClockwise,
  eye: eye,
  'sliders-horizontal': slidersHorizontal,
  'eye-slash': eyeSlash,
  'lock-simple': lockSimple,
  'gear-six': gearSix,
  'sidebar-simple': sidebarSimple,
  x: x,
  'x-circle': xCircle,
  'caret-down': caretDown,
  'caret-left': caretLeft,
  'caret-right': caretRight,
  'arrow-left': arrowLeft,
  'arrow-down': arrowDown,
  'pencil-simple': pencilSimple,
  check: check,
  key: key,
  warning: warning,
  'warning-circle': warningCircle,
  info: info,
  translate: translate,
  'wifi-slash': wifiSlash,
  file: file,
  'file-text': fileText,
  'file-csv': fileCsv,
  'file-pdf': filePdf,
  scissors: scissors,
  printer: printer,
  flask: flask,
  copy: copy,
  'envelope-simple': envelopeSimple,
  keyboard: keyboard,
  bank: bank,
  'hard-drives': hardDrives,
  'hard-drives-fill': hardDrivesFill,
  export: exportGlyph,
  'arrow-u-up-left': arrowUUpLeft,
  'shield-check': shieldCheck,
  user: user,
  storefront: storefront,
  'check-circle': checkCircle,
  'minus-circle': minusCircle,
  'git-merge': gitMerge,
  trash: trash,
  'arrow-counter-clockwise': arrowCounterClockwise,
  'arrow-clockwise': arrowClockwise,
  hourglass: hourglass,
  'folder-open': folderOpen,
  'arrow-up-right-bold': arrowUpRightBold,
  'arrow-down-left-bold': arrowDownLeftBold,
  'arrow-u-up-left-bold': arrowUUpLeftBold,
  'check-bold': checkBold,
  'clock-bold': clockBold,
  'caret-down-bold': caretDownBold,
  'x-bold': xBold,
  'coins-bold': coinsBold,
  receipt: receipt,
  'receipt-fill': receiptFill,
  'receipt-bold': receiptBold,
  package: package_,
  paperclip: paperclip,
  image: image,
  link: link,
  'link-break': linkBreak,
  'chat-circle-text-fill': chatCircleTextFill,
  'clock-counter-clockwise-fill': clockCounterClockwiseFill,
  'gear-six-fill': gearSixFill,
  'sliders-horizontal-fill': slidersHorizontalFill,
  'eye-slash-fill': eyeSlashFill,
  'table-fill': tableFill,
  'keyboard-fill': keyboardFill,
  'wifi-slash-fill': wifiSlashFill,
  'info-fill': infoFill,
  'bank-fill': bankFill,
  'piggy-bank-fill': piggyBankFill,
  'credit-card-fill': creditCardFill,
  'wallet-fill': walletFill,
  'hand-coins-fill': handCoinsFill,
  'chart-line-up-fill': chartLineUpFill,
  'storefront-fill': storefrontFill,
  'user-fill': userFill,
  'seal-check-fill': sealCheckFill,
  'warning-fill': warningFill,
  'warning-circle-fill': warningCircleFill,
  'check-circle-fill': checkCircleFill,
  'minus-circle-fill': minusCircleFill,
  'stack-fill': stackFill,
  'plus-circle-fill': plusCircleFill,
  'arrow-fat-line-up-fill': arrowFatLineUpFill,
  'push-pin-fill': pushPinFill,
  'file-text-fill': fileTextFill,
  'arrow-circle-up-fill': arrowCircleUpFill,
  'calendar-blank': calendarBlank,
  'check-square': checkSquare,
  'calendar-x': calendarX,
  table: table,
  truck: truck,
  'note-pencil': notePencil,
  question: question,
  'chart-bar-fill': chartBarFill,
  'trend-up': trendUp,
  'file-arrow-up': fileArrowUp,
  note: note,
  'link-bold': linkBold,
  'arrows-left-right-bold': arrowsLeftRightBold,
  'truck-fill': truckFill,
  'package-fill': packageFill,
  plus: plus,
  'dots-three-vertical': dotsThreeVertical,
  bell: bell,
  'bell-slash': bellSlash,
  'push-pin': pushPin,
  'push-pin-slash': pushPinSlash,
  tag: tag,
  shapes: shapes,
  'arrows-split': arrowsSplit,
  coins: coins,
  'paper-plane-right-fill': paperPlaneRightFill,
  'basket-fill': basketFill,
  'fork-knife-fill': forkKnifeFill,
  'shopping-bag-fill': shoppingBagFill,
  'house-fill': houseFill,
  'lightning-fill': lightningFill,
  'device-mobile-fill': deviceMobileFill,
  'bus-fill': busFill,
  'airplane-tilt-fill': airplaneTiltFill,
  'first-aid-kit-fill': firstAidKitFill,
  'ticket-fill': ticketFill,
  'graduation-cap-fill': graduationCapFill,
  'umbrella-fill': umbrellaFill,
  'scales-fill': scalesFill,
  'briefcase-fill': briefcaseFill,
  'hand-heart-fill': handHeartFill,
  'money-wavy-fill': moneyWavyFill,
  'dots-three-circle-fill': dotsThreeCircleFill,
  'paw-print-fill': pawPrintFill,
  'baby-fill': babyFill,
  'plant-fill': plantFill,
  'heart-fill': heartFill,
  'star-fill': starFill,
  'gift-fill': giftFill,
  'wrench-fill': wrenchFill,
  'music-notes-fill': musicNotesFill,
  'bicycle-fill': bicycleFill,
  'book-open-fill': bookOpenFill,
  'bell-slash-fill': bellSlashFill,
  'camera-slash': cameraSlash,
} as const;

export type Glyph = keyof typeof glyphs;

/** What a glyph's `path`s draw, as one: markup would be parsed anew for each icon on screen. */
export function outlineOf(markup: string): string {
  return Array.from(markup.matchAll(/ d="([^"]+)"/g), ([, path]) => path).join(' ');
}

export const outlines = Object.fromEntries(
  Object.entries(glyphs).map(([name, markup]) => [name, outlineOf(markup)]),
) as Record<Glyph, string>;
