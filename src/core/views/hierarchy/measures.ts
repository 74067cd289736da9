/** All lengths are pixels at 100 %. */
export const CARD_WIDTH = 216;
export const CARD_PADDING = 12;
export const COLUMN_GAP = 28;
export const ROW_GAP = 20;
/** The column of the bands' names. */
export const RAIL_WIDTH = 152;
export const MARGIN = 16;
export const BAND_PADDING = 16;
/** Between the cards of two tiers, when no more arrows have to turn there. */
export const LEAST_CHANNEL = 60;
/** Between two parallel arrows. */
export const LANE = 8;
export const LANE_MARGIN = 11;
export const EMPTY_WIDTH = 440;
export const EMPTY_HEIGHT = 44;
