import { fourRows, type Package, twoRows } from './package'

/** Packages of the built-in parts. Sizes are those of JEDEC outlines and KiCad's own library, to which the names belong. */

const pad = (number: number, x: number, y: number, width: number, height: number) => ({ number, x, y, width, height })

const narrowOutline = (pins: number, length: number): Package => ({
  name: `SOIC-${pins}_3.9x${length}mm_P1.27mm`,
  description: `SOIC, ${pins} pins, 3.9 x ${length} mm, 1.27 mm pitch`,
  body: { x: 3.9, y: length, z: 1.75 },
  pads: twoRows({ pins, pitch: 1.27, reach: 2.475, length: 1.95, width: 0.6 }),
})

const chip = (
  name: string,
  description: string,
  body: Package['body'],
  reach: number,
  width: number,
  height: number,
): Package => ({
  name,
  description,
  body,
  pads: [pad(1, -reach, 0, width, height), pad(2, reach, 0, width, height)],
})

export const packages = {
  soic8: narrowOutline(8, 4.9),
  soic16: narrowOutline(16, 9.9),
  soic18Wide: {
    name: 'SOIC-18W_7.5x11.6mm_P1.27mm',
    description: 'SOIC, 18 pins, 7.5 x 11.6 mm, 1.27 mm pitch',
    body: { x: 7.5, y: 11.6, z: 2.65 },
    pads: twoRows({ pins: 18, pitch: 1.27, reach: 4.65, length: 2.05, width: 0.6 }),
  },
  soic8Wide: {
    name: 'SOIC-8_5.23x5.23mm_P1.27mm',
    description: 'SOIC, 8 pins, 5.23 x 5.23 mm, 1.27 mm pitch',
    body: { x: 5.23, y: 5.23, z: 2.16 },
    pads: twoRows({ pins: 8, pitch: 1.27, reach: 3.6, length: 2, width: 0.6 }),
  },
  dip8: {
    name: 'DIP-8_W7.62mm',
    description: 'DIP, 8 pins, rows 7.62 mm apart, 2.54 mm pitch',
    body: { x: 6.35, y: 9.27, z: 3.3 },
    pads: twoRows({ pins: 8, pitch: 2.54, reach: 3.81, length: 1.6, width: 1.6, drill: 0.8 }),
  },
  lqfp48: {
    name: 'LQFP-48_7x7mm_P0.5mm',
    description: 'LQFP, 48 pins, 7 x 7 mm, 0.5 mm pitch',
    body: { x: 7, y: 7, z: 1.4 },
    pads: fourRows({ pins: 48, pitch: 0.5, reach: 4.1625, length: 1.475, width: 0.3 }),
  },
  tqfp32: {
    name: 'TQFP-32_7x7mm_P0.8mm',
    description: 'TQFP, 32 pins, 7 x 7 mm, 0.8 mm pitch',
    body: { x: 7, y: 7, z: 1 },
    pads: fourRows({ pins: 32, pitch: 0.8, reach: 4.25, length: 1.5, width: 0.55 }),
  },
  sot23: {
    name: 'SOT-23',
    description: 'SOT, 3 pins, 2.9 x 1.3 mm',
    body: { x: 1.3, y: 2.9, z: 1 },
    pads: [pad(1, -0.9375, -0.95, 1.475, 0.6), pad(2, -0.9375, 0.95, 1.475, 0.6), pad(3, 0.9375, 0, 1.475, 0.6)],
  },
  sot23Five: {
    name: 'SOT-23-5',
    description: 'SOT, 5 pins, 2.9 x 1.6 mm',
    body: { x: 1.6, y: 2.9, z: 1.1 },
    pads: [
      pad(1, -1.1375, -0.95, 1.325, 0.6),
      pad(2, -1.1375, 0, 1.325, 0.6),
      pad(3, -1.1375, 0.95, 1.325, 0.6),
      pad(4, 1.1375, 0.95, 1.325, 0.6),
      pad(5, 1.1375, -0.95, 1.325, 0.6),
    ],
  },
  sot223: {
    name: 'SOT-223',
    description: 'SOT, 3 pins and a tab, 6.5 x 3.5 mm',
    body: { x: 3.5, y: 6.5, z: 1.6 },
    pads: [pad(1, -3.15, -2.3, 2, 1.5), pad(2, -3.15, 0, 2, 1.5), pad(3, -3.15, 2.3, 2, 1.5), pad(4, 3.15, 0, 2, 3.8)],
  },
  sod123: chip('D_SOD-123', 'SOD-123 diode, 2.7 x 1.6 mm', { x: 2.7, y: 1.6, z: 1.1 }, 1.65, 0.9, 1.2),
  r0603: chip('R_0603_1608Metric', '0603 resistor, 1.6 x 0.8 mm', { x: 1.6, y: 0.8, z: 0.45 }, 0.825, 0.8, 0.95),
  c0603: chip('C_0603_1608Metric', '0603 capacitor, 1.6 x 0.8 mm', { x: 1.6, y: 0.8, z: 0.8 }, 0.775, 0.9, 0.95),
} satisfies Record<string, Package>
