// @ts-check
import fs from 'node:fs';

/**
 * What a JSON file holds; who reads it says what that is.
 * @param {string} file
 * @returns {unknown}
 * @throws when the file is not there or is no JSON
 */
export const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));
