import { packages } from './packages'
import { type Part, pinsOf } from './part'

/** The parts that the demo knows. Pins are those of the makers' data sheets. */
export const catalogue: readonly Part[] = [
  {
    number: 'LM358DR',
    description: 'Dual operational amplifier',
    reference: 'U',
    package: packages.soic8,
    pins: pinsOf('1OUT:o 1IN-:i 1IN+:i GND:v 2IN+:i 2IN-:i 2OUT:o VCC:v'),
  },
  {
    number: 'NE555P',
    description: 'Precision timer',
    reference: 'U',
    package: packages.dip8,
    pins: pinsOf('GND:v TRIG:i OUT:o RESET:i CONT:p THRES:i DISCH:p VCC:v'),
  },
  {
    number: 'STM32F103C8T6',
    description: '32-bit microcontroller, 64 KB flash, 72 MHz',
    reference: 'U',
    package: packages.lqfp48,
    pins: pinsOf(
      [
        'VBAT:v PC13 PC14 PC15 PD0 PD1 NRST:i VSSA:v VDDA:v PA0 PA1 PA2',
        'PA3 PA4 PA5 PA6 PA7 PB0 PB1 PB2 PB10 PB11 VSS:v VDD:v',
        'PB12 PB13 PB14 PB15 PA8 PA9 PA10 PA11 PA12 PA13 VSS:v VDD:v',
        'PA14 PA15 PB3 PB4 PB5 PB6 PB7 BOOT0:i PB8 PB9 VSS:v VDD:v',
      ].join(' '),
    ),
  },
  {
    number: 'ATMEGA328P-AU',
    description: '8-bit microcontroller, 32 KB flash, 20 MHz',
    reference: 'U',
    package: packages.tqfp32,
    pins: pinsOf(
      [
        'PD3 PD4 GND:v VCC:v GND:v VCC:v PB6 PB7',
        'PD5 PD6 PD7 PB0 PB1 PB2 PB3 PB4',
        'PB5 AVCC:v ADC6:i AREF:p GND:v ADC7:i PC0 PC1',
        'PC2 PC3 PC4 PC5 RESET PD0 PD1 PD2',
      ].join(' '),
    ),
  },
  {
    number: 'TPS54331DR',
    description: 'Step-down converter, 28 V, 3 A',
    reference: 'U',
    package: packages.soic8,
    pins: pinsOf('BOOT:p VIN:v EN:i SS:p VSENSE:i COMP:p GND:v PH:w'),
  },
  {
    number: 'AMS1117-3.3',
    description: 'Linear regulator, 3.3 V, 1 A',
    reference: 'U',
    package: packages.sot223,
    pins: pinsOf('GND:v VOUT:w VIN:v TAB:p'),
  },
  {
    number: 'SN74HC595DR',
    description: '8-bit shift register with output latches',
    reference: 'U',
    package: packages.soic16,
    pins: pinsOf("QB:o QC:o QD:o QE:o QF:o QG:o QH:o GND:v QH':o SRCLR:i SRCLK:i RCLK:i OE:i SER:i QA:o VCC:v"),
  },
  {
    number: 'MCP2515-I/SO',
    description: 'CAN controller with SPI interface',
    reference: 'U',
    package: packages.soic18Wide,
    pins: pinsOf(
      'TXCAN:o RXCAN:i CLKOUT:o TX0RTS:i TX1RTS:i TX2RTS:i OSC2:o OSC1:i VSS:v RX1BF:o RX0BF:o INT:o SCK:i SI:i SO:o CS:i RESET:i VDD:v',
    ),
  },
  {
    number: 'SN74LVC1G08DBVR',
    description: 'Single 2-input AND gate',
    reference: 'U',
    package: packages.sot23Five,
    pins: pinsOf('A:i B:i GND:v Y:o VCC:v'),
  },
  {
    number: 'W25Q128JVSIQ',
    description: 'Serial flash memory, 128 Mbit',
    reference: 'U',
    package: packages.soic8Wide,
    pins: pinsOf('CS:i DO WP GND:v DI CLK:i HOLD VCC:v'),
  },
  {
    number: 'BSS138',
    description: 'N-channel MOSFET, 50 V, 0.2 A',
    reference: 'Q',
    package: packages.sot23,
    pins: pinsOf('G:i S:p D:p'),
  },
  {
    number: '1N4148W',
    description: 'Small signal diode, 100 V, 0.15 A',
    reference: 'D',
    package: packages.sod123,
    pins: pinsOf('K:p A:p'),
  },
  {
    number: 'RC0603FR-0710KL',
    description: 'Resistor, 10 kOhm, 1 %, 0603',
    reference: 'R',
    package: packages.r0603,
    pins: pinsOf('1:p 2:p'),
  },
  {
    number: 'GRM188R71C104KA01D',
    description: 'Ceramic capacitor, 100 nF, 16 V, X7R, 0603',
    reference: 'C',
    package: packages.c0603,
    pins: pinsOf('1:p 2:p'),
  },
]

/** By its number, in any case, as people type it. */
export const partOf = (number: string): Part | undefined => {
  const wanted = number.trim().toUpperCase()
  return catalogue.find((part) => part.number.toUpperCase() === wanted)
}
