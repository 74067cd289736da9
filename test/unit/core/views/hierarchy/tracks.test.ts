import assert from 'node:assert/strict';
import { assignTracks } from '../../../../../src/core/views/hierarchy/tracks.ts';
import type { ChannelNet } from '../../../../../src/core/views/hierarchy/tracks.ts';

function tracksOf(nets: readonly ChannelNet[]): readonly (number | undefined)[] {
  const { trackOf } = assignTracks(nets);
  return nets.map(({ net }) => trackOf.get(net));
}

describe('tracks of a channel', () => {
  const near: ChannelNet = { net: 0, bottoms: [50], tops: [150] };
  const far: ChannelNet = { net: 1, bottoms: [0], tops: [100] };

  it('puts two that go the same way so that they do not cross, in whatever order they come', () => {
    assert.deepEqual(tracksOf([near, far]), [1, 0]);
    assert.deepEqual(tracksOf([far, near]), [0, 1]);
  });

  it('keeps the upright of one from running into that of another', () => {
    const leaves: ChannelNet = { net: 0, bottoms: [100], tops: [300] };
    const arrives: ChannelNet = { net: 1, bottoms: [-100, 250], tops: [100] };
    assert.deepEqual(tracksOf([leaves, arrives]), [1, 0]);
    assert.deepEqual(tracksOf([arrives, leaves]), [0, 1]);
  });

  it('shares a track where nets lie apart, and needs none for a straight one', () => {
    const aside: ChannelNet = { net: 2, bottoms: [400], tops: [500] };
    const straight: ChannelNet = { net: 3, bottoms: [600], tops: [600] };
    assert.deepEqual(tracksOf([near, aside, straight]), [0, 0, undefined]);
    assert.equal(assignTracks([near, aside, straight]).count, 1);
  });
});
