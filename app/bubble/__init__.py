"""The speech bubble: `window.BubbleWindow` is its public face; it draws the words it is given beside a head."""
