import { describe, expect, it } from 'vitest';
import { endOfBlock } from './block';

describe('what stands on a line of a document', () => {
  it('is a tag until it is closed', () => {
    const lines = ['<BANKTRANLIST>', '<STMTTRN>', '<TRNAMT>-18.40', '<NAME>VOLT', '</STMTTRN>', '<STMTTRN>'];
    expect(endOfBlock(lines, 1)).toBe(4);
    expect(endOfBlock(['<Ntry><Amt>1</Amt></Ntry>', '<Ntry>', '</Ntry>'], 0)).toBe(0);
    expect(endOfBlock(['<STMTTRN>', '<TRNAMT>1'], 0)).toBe(0);
  });

  it('is a field of SWIFT with what explains it', () => {
    const lines = [':61:2610281028D18,40NMSC', 'VOLT', ':86:CARTE', 'SACS', ':61:261029', '-}'];
    expect(endOfBlock(lines, 0)).toBe(3);
    expect(endOfBlock(lines, 4)).toBe(4);
  });

  it('is a record of QIF up to its caret', () => {
    expect(endOfBlock(['D28/10/2026', 'T-18.40', 'PVOLT', '^', 'D29/10/2026'], 0)).toBe(2);
  });

  it('is a row of a table alone', () => {
    const rows = ['2026-10-28;VOLT;-18,40', '2026-10-29;MOREL;-4,20'];
    expect(endOfBlock(rows, 0)).toBe(0);
    expect(endOfBlock(['CARTE;VOLT;-18,40', 'CARTE;MOREL;-4,20', '1;ORTIE;-1,00'], 0)).toBe(0);
    expect(endOfBlock([], 3)).toBe(3);
  });
});
