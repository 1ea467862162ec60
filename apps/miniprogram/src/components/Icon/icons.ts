/** Inner SVG of each icon: lines on a grid of 24, stroked by `iconSvg`. */
export const icons = {
  home: '<path d="M4 11.2 12 4l8 7.2"/><path d="M6 9.6V20h4v-5.2a2 2 0 0 1 4 0V20h4V9.6"/>',
  grid: '<rect x="4" y="4" width="6.4" height="6.4" rx="1.6"/><rect x="13.6" y="4" width="6.4" height="6.4" rx="1.6"/><rect x="4" y="13.6" width="6.4" height="6.4" rx="1.6"/><rect x="13.6" y="13.6" width="6.4" height="6.4" rx="1.6"/>',
  'id-card': '<rect x="3" y="5" width="18" height="14" rx="2.6"/><circle cx="8.6" cy="10.4" r="1.9"/><path d="M5.8 15.6a2.9 2.9 0 0 1 5.6 0M14.4 10h3.8M14.4 14h3.8"/>',
  user: '<circle cx="12" cy="8" r="3.8"/><path d="M5 20a7 7 0 0 1 14 0"/>',
  pin: '<path d="M12 21c4-4.4 6.6-7.7 6.6-11A6.6 6.6 0 0 0 5.4 10c0 3.3 2.6 6.6 6.6 11Z"/><circle cx="12" cy="10" r="2.3"/>',
  search: '<circle cx="11" cy="11" r="6.4"/><path d="m16 16 4.2 4.2"/>',
  document: '<path d="M7 3.5h7l4 4V20a.8.8 0 0 1-.8.8H7a.8.8 0 0 1-.8-.8V4.3a.8.8 0 0 1 .8-.8Z"/><path d="M14 3.5v4h4M9.4 12.4h5.2M9.4 16.2h5.2"/>',
  stamp: '<path d="M10 14.2c.4-2.6-1.8-4-1.8-6.6a3.8 3.8 0 0 1 7.6 0c0 2.6-2.2 4-1.8 6.6"/><path d="M5 14.2h14v3.6H5zM6.4 21h11.2"/>',
  house: '<path d="M3.6 11.4 12 4l8.4 7.4"/><path d="M6 9.8V20h12V9.8"/><path d="M10.2 20v-4.6h3.6V20"/>',
  plane: '<path d="M19.8 4.2c.9.9.5 2.3-.5 3.3l-3.1 3.1 1 6.3-2 2-2.4-5.3-3 3 .2 2.4-1.4 1.4-1.5-3.7L3.4 15.2l1.4-1.4 2.4.2 3-3L4.9 8.6l2-2 6.3 1 3.1-3.1c1-1 2.6-1.2 3.5-.3Z"/>',
  link: '<path d="M10 13.8a4 4 0 0 0 5.9.4l3-3a4 4 0 0 0-5.7-5.7l-1.6 1.6"/><path d="M14 10.2a4 4 0 0 0-5.9-.4l-3 3a4 4 0 0 0 5.7 5.7l1.6-1.6"/>',
  bell: '<path d="M6.4 16.8V11a5.6 5.6 0 0 1 11.2 0v5.8l1.6 1.8H4.8Z"/><path d="M10.2 21a2 2 0 0 0 3.6 0"/>',
  eye: '<path d="M2.8 12S6.2 5.8 12 5.8 21.2 12 21.2 12 17.8 18.2 12 18.2 2.8 12 2.8 12Z"/><circle cx="12" cy="12" r="2.8"/>',
  'eye-off': '<path d="M4 4l16 16M9.4 6.2A9.4 9.4 0 0 1 12 5.8c5.8 0 9.2 6.2 9.2 6.2a16 16 0 0 1-2.8 3.4M6.4 8A16 16 0 0 0 2.8 12s3.4 6.2 9.2 6.2a9 9 0 0 0 3.8-.8M10 10.2a2.8 2.8 0 0 0 3.8 4"/>',
  shield: '<path d="M12 3.4 5 6v5.6c0 4.3 2.9 7.3 7 9 4.1-1.7 7-4.7 7-9V6Z"/><path d="m9 11.8 2.2 2.2 3.9-4"/>',
  back: '<path d="M14.8 4.8 7.6 12l7.2 7.2"/>',
  chevron: '<path d="m9.4 5.6 6.4 6.4-6.4 6.4"/>',
  down: '<path d="m6 9.4 6 6 6-6"/>',
  swap: '<path d="M5 8h13M14.6 4.6 18 8l-3.4 3.4M19 16H6M9.4 12.6 6 16l3.4 3.4"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  minus: '<path d="M6 12h12"/>',
  check: '<path d="m5 12.6 4.6 4.6L19 7.6"/>',
  cross: '<path d="m6.4 6.4 11.2 11.2M17.6 6.4 6.4 17.6"/>',
  clock: '<circle cx="12" cy="12" r="8.2"/><path d="M12 7.2V12l3.2 2.2"/>',
  camera: '<path d="M4.8 7.6h3l1.4-2.4h5.6l1.4 2.4h3A1.3 1.3 0 0 1 20.5 9v9a1.3 1.3 0 0 1-1.3 1.3H4.8A1.3 1.3 0 0 1 3.5 18V9a1.3 1.3 0 0 1 1.3-1.4Z"/><circle cx="12" cy="13" r="3.5"/>',
  image: '<rect x="3.6" y="4.6" width="16.8" height="14.8" rx="2.4"/><circle cx="9" cy="9.8" r="1.7"/><path d="m4 17 5-4.2 3.4 2.8 3.4-3.6 4.4 4"/>',
  trash: '<path d="M4.8 7h14.4M9.6 7V4.6h4.8V7M6.6 7l.8 12.6h9.2L17.4 7M10.2 11v5M13.8 11v5"/>',
  phone: '<path d="M6.4 3.8h3l1.5 4-1.9 1.5a11.5 11.5 0 0 0 5.7 5.7l1.5-1.9 4 1.5v3a2 2 0 0 1-2.1 2A15.7 15.7 0 0 1 4.4 5.9a2 2 0 0 1 2-2.1Z"/>',
  edit: '<path d="m5 15.6-.8 4.2 4.2-.8L19.2 8.2a2.4 2.4 0 0 0-3.4-3.4Z"/><path d="m14 6.6 3.4 3.4"/>',
  info: '<circle cx="12" cy="12" r="8.2"/><path d="M12 11v5.2M12 7.7v.1"/>',
  alert: '<path d="M12 4.2 3.2 19.4h17.6Z"/><path d="M12 10v4.4M12 16.9v.1"/>',
  offline: '<path d="M3.6 9.8a12.4 12.4 0 0 1 4-2.5M20.4 9.8a12.4 12.4 0 0 0-8-3.5M6.8 13.4a7.7 7.7 0 0 1 3-1.8M17.2 13.4a7.7 7.7 0 0 0-2-1.3M12 18.4v.1M4 4l16 16"/>',
  refresh: '<path d="M19.2 12a7.2 7.2 0 1 1-2.2-5.2L19.2 9"/><path d="M19.4 4.6V9H15"/>',
  mail: '<rect x="3.4" y="5.4" width="17.2" height="13.2" rx="2.2"/><path d="m4.2 7.4 7.8 5.8 7.8-5.8"/>',
  folder: '<path d="M3.6 18V6.4a1 1 0 0 1 1-1h4.8l2 2.4h8a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4.6a1 1 0 0 1-1-1Z"/>',
  people: '<circle cx="9" cy="8.6" r="3.2"/><path d="M3.4 19a5.6 5.6 0 0 1 11.2 0M15.4 5.8a3.2 3.2 0 0 1 0 5.8M17 14.2a5.6 5.6 0 0 1 3.6 4.8"/>',
  settings: '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  text: '<path d="M4 6.6V5h11v1.6M9.5 5v14M7.6 19h3.8M14 13v-1.4h6.4V13M17.2 11.6V19M15.8 19h2.8"/>',
  exit: '<path d="M13.6 4.4H6.2a1 1 0 0 0-1 1v13.2a1 1 0 0 0 1 1h7.4M10.6 12h9M16.4 8.4 20 12l-3.6 3.6"/>',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof icons;

/** One icon as a whole SVG image, for a mask or a picture file. */
export const iconSvg = (name: IconName, colour = '#000', stroke = 1.8): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="${stroke}" ` +
  `stroke-linecap="round" stroke-linejoin="round">${icons[name]}</svg>`;
