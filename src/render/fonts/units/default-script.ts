import {readTables, writeTables} from './font-tables.ts'

/**
 * A face whose substitutions are those of its default script, whatever script stands beside its characters (GSUB,
 * OpenType 1.9 §gsub): Noto Sans Symbols 2 puts a figure on its key beside Han, and not beside Latin letters. As it is
 * where it has no default script.
 */
export function useDefaultScript(font: Uint8Array): Uint8Array {
  const tables = readTables(font)
  const substitutions = tables.get('GSUB')
  if (!substitutions) return font
  const scripts = substitutions.getUint16(4)
  // Records stand in the order of their tags, capitals first.
  if (substitutions.getUint16(scripts) === 0 || substitutions.getUint32(scripts + 2) !== tagOfDefault) return font
  substitutions.setUint16(scripts, 1)
  return writeTables(tables)
}

/** `DFLT` as a number. */
const tagOfDefault = 0x44464c54
